import type { BigIntStats } from 'node:fs'
import { type ReadRemark, remark } from './fault.ts'

/** The files and folders met so far, by what they are and not by what they are called, with the name they were met under. */
export type Seen = Map<string, string>

/** The name under which this was met before; undefined when it is met now. */
export function metBefore(seen: Seen, { dev, ino }: BigIntStats, name: string): string | undefined {
  // Some network drives number no files: all would be the same.
  if (ino === 0n) return undefined
  const key = `${dev}:${ino}`
  const before = seen.get(key)
  if (before === undefined) seen.set(key, name)
  return before
}

export function sameFile(name: string, before: string): ReadRemark {
  const message =
    name === before
      ? `${name} was named twice: it is read once`
      : `${name} is the same as ${before}: it is read once`
  return remark('same-file', name, message)
}
