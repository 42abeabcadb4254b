import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Found } from '../read/found.ts'

/** Whether a file is one of the logs, also by another name: a report must not take a log's place. */
export async function isOneOf(
  file: string,
  found: readonly Found[],
  folder: string,
): Promise<boolean> {
  const real = await realpath(resolve(folder, file)).catch(() => undefined)
  if (real === undefined) return false
  for (const each of found) {
    if (each.kind !== 'log' || each.path === undefined) continue
    if ((await realpath(each.path).catch(() => undefined)) === real) return true
  }
  return false
}
