import { createHash } from 'node:crypto'

/** What is kept of a key. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
