import { fstatSync } from 'node:fs'
import type { FoundLog } from './found.ts'

/** What `-` means. When a shell has put a file there, its size is known. */
export function standardInput(): FoundLog {
  return {
    kind: 'log',
    name: 'standard input',
    path: undefined,
    size: sizeOfInput(),
    modified: undefined,
    named: true,
  }
}

function sizeOfInput(): number | undefined {
  try {
    const stats = fstatSync(0)
    return stats.isFile() ? stats.size : undefined
  } catch {
    return undefined
  }
}
