import type { BigIntStats } from 'node:fs'
import { instantOfSeconds } from '@redalert/core'
import type { FoundLog } from './found.ts'

/** A log as the file system describes it. */
export function foundLog(
  name: string,
  path: string,
  stats: BigIntStats,
  { named }: { readonly named: boolean },
): FoundLog {
  return {
    kind: 'log',
    name,
    path,
    size: stats.isFile() ? Number(stats.size) : undefined,
    modified: instantOfSeconds(Number(stats.mtimeMs) / 1000),
    named,
  }
}
