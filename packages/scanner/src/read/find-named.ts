import type { BigIntStats } from 'node:fs'
import { stat } from 'node:fs/promises'
import nodePath from 'node:path'
import { fault } from './fault.ts'
import { errorCode, faultOf } from './fault-of.ts'
import { isPattern } from './file-pattern.ts'
import { findInFolder } from './find-in-folder.ts'
import { findMissing } from './find-missing.ts'
import { expandPattern } from './expand-pattern.ts'
import type { Found } from './found.ts'
import { foundLog } from './found-log.ts'
import { metBefore, sameFile, type Seen } from './seen.ts'

/** The logs behind one name. What exists under it is meant, even where the name could be read as a pattern. */
export async function* findNamed(
  name: string,
  base: string,
  seen: Seen,
): AsyncGenerator<Found, void> {
  const path = nodePath.resolve(base, name)
  let stats: BigIntStats
  try {
    stats = await stat(path, { bigint: true })
  } catch (error) {
    if (!isAbsence(error)) yield faultOf(error, name)
    else if (isPattern(name)) yield* findFitting(name, base, seen)
    else yield await findMissing(name, base)
    return
  }
  const before = metBefore(seen, stats, name)
  if (before !== undefined) yield sameFile(name, before)
  else if (stats.isDirectory()) yield* findInFolder(name, path, seen)
  else if (stats.isSocket() || stats.isBlockDevice())
    yield fault(
      'not-a-file',
      name,
      `${name} is ${stats.isSocket() ? 'a socket' : 'a disk'}, not a log`,
    )
  else yield foundLog(name, path, stats, { named: true })
}

/** A shell hands on what fits as if each had been named, and so is it read here. */
async function* findFitting(
  pattern: string,
  base: string,
  seen: Seen,
): AsyncGenerator<Found, void> {
  const names = await expandPattern(pattern, base)
  if (!names)
    yield fault(
      'no-match',
      pattern,
      `${pattern} stands for more than a thousand patterns: name fewer`,
    )
  else if (names.length === 0) yield fault('no-match', pattern, `no file fits ${pattern}`)
  else for (const name of names) yield* findNamed(name, base, seen)
}

function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL'].includes(errorCode(error))
}
