import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { findLogs } from '../read/find-logs.ts'
import { isPattern } from '../read/file-pattern.ts'
import { inTimeOrder } from '../read/in-time-order.ts'
import { rotationOf } from '../read/rotation.ts'
import type { Followed } from './followed.ts'

/** A file that may be a log that is followed, or what was one. */
export type Candidate = {
  readonly path: string
  readonly key: string
  readonly size: number
  readonly changed: number
  /** Its look: as long as that stays, nothing was written to it. */
  readonly look: string
  /** It stands under a name that a person gave, and is no older part of such a log. */
  readonly isLive: boolean
}

/** The files to look at, older parts of a log before newer ones: what was named, what it was rotated to, and where it was before. */
export async function candidates(
  names: readonly string[],
  folder: string,
  followed: readonly Followed[],
): Promise<readonly Candidate[]> {
  const live = new Set<string>()
  const others = new Set<string>()
  for (const name of names) {
    const path = resolve(folder, name)
    const stats = await stat(path).catch(() => undefined)
    if (stats?.isDirectory() || (!stats && isPattern(name))) {
      const found = await findLogs([name], { folder })
      for (const each of found)
        if (each.kind === 'log' && each.path !== undefined) live.add(each.path)
      continue
    }
    live.add(path)
    for (const sibling of await siblings(path)) others.add(sibling)
  }
  for (const { path } of followed) others.add(path)
  const paths = inTimeOrder([...new Set([...others, ...live])], path => path)
  const all: Candidate[] = []
  const seen = new Set<string>()
  for (const path of [
    ...paths.filter(each => !live.has(each)),
    ...paths.filter(each => live.has(each)),
  ]) {
    const candidate = await candidateAt(path, live.has(path))
    if (!candidate || seen.has(candidate.key)) continue
    seen.add(candidate.key)
    all.push(candidate)
  }
  return all
}

/** The older parts of a log lie beside it, under names that rotation gives. */
async function siblings(path: string): Promise<readonly string[]> {
  const folder = dirname(path)
  const own = basename(path)
  const { set } = rotationOf(own)
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(name => name !== own && rotationOf(name).set === set)
    .map(name => join(folder, name))
}

async function candidateAt(path: string, isLive: boolean): Promise<Candidate | undefined> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined)
  if (!stats?.isFile()) return undefined
  const key = `${stats.dev}:${stats.ino}`
  const look = `${key}:${stats.size}:${stats.mtimeNs}`
  return { path, key, size: Number(stats.size), changed: Number(stats.mtimeMs), look, isLive }
}
