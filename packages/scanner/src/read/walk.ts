import type { BigIntStats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fault, type ReadFault, type ReadRemark, remark } from './fault.ts'
import { errorCode, faultOf } from './fault-of.ts'
import { metBefore, sameFile, type Seen } from './seen.ts'

/** A file that lies in a folder. */
export type Walked = {
  readonly kind: 'file'
  readonly name: string
  readonly path: string
  readonly stats: BigIntStats
}

/**
 * Every file in a folder and in the folders within it. Links are followed and each folder is walked once, so that a
 * loop of links ends. Hidden folders are left out: there programs keep what is theirs, snapshots of everything among it.
 */
export async function* walk(
  name: string,
  path: string,
  seen: Seen,
): AsyncGenerator<Walked | ReadFault | ReadRemark, void> {
  let entries: readonly string[]
  try {
    entries = await readdir(path)
  } catch (error) {
    yield faultOf(error, name)
    return
  }
  for (const entry of entries.toSorted()) {
    const inner = { name: join(name, entry), path: join(path, entry) }
    let stats: BigIntStats
    try {
      stats = await stat(inner.path, { bigint: true })
    } catch (error) {
      yield unreachable(error, inner.name)
      continue
    }
    if (stats.isDirectory() && entry.startsWith('.')) continue
    const before = metBefore(seen, stats, inner.name)
    if (before !== undefined) yield sameFile(inner.name, before)
    else if (stats.isDirectory()) yield* walk(inner.name, inner.path, seen)
    else if (stats.isFile()) yield { kind: 'file', ...inner, stats }
    else yield remark('not-a-file', inner.name, `${inner.name} is not a file: it was left out`)
  }
}

function unreachable(error: unknown, name: string): ReadFault | ReadRemark {
  switch (errorCode(error)) {
    case 'ENOENT':
      if (name.includes('\uFFFD'))
        return fault('cannot-read', name, `the name of ${name} is not UTF-8: rename it`)
      return remark('vanished', name, `${name} leads to nothing: it was left out`)
    case 'ELOOP':
      return remark(
        'vanished',
        name,
        `${name} is a link that leads back to itself: it was left out`,
      )
    default:
      return faultOf(error, name)
  }
}
