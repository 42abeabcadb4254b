import { findNamed } from './find-named.ts'
import type { Found } from './found.ts'
import { inTimeOrder } from './in-time-order.ts'
import { sameFile, type Seen } from './seen.ts'
import { standardInput } from './standard-input.ts'

export type FindOptions = {
  /** The folder that relative names start from; the current one when not given. */
  readonly folder?: string
}

/**
 * The logs behind what a person named: files, folders with all that is in them, patterns, and `-` for the standard
 * input. First what has to be said, then the logs, each once, rotated sets from the oldest on.
 */
export async function findLogs(
  names: readonly string[],
  { folder = process.cwd() }: FindOptions = {},
): Promise<readonly Found[]> {
  const found: Found[] = []
  const seen: Seen = new Map()
  for (const name of names) {
    if (name === '-') found.push(findInput(seen))
    else for await (const each of findNamed(name, folder, seen)) found.push(each)
  }
  const logs = found.filter(({ kind }) => kind === 'log')
  return [...found.filter(({ kind }) => kind !== 'log'), ...inTimeOrder(logs, logName)]
}

function findInput(seen: Seen): Found {
  if (seen.has('-')) return sameFile('-', '-')
  seen.set('-', '-')
  return standardInput()
}

function logName(found: Found): string {
  return found.kind === 'log' ? found.name : found.file
}
