import { aboutOf, type Ours } from '../letters/answer/about-of.ts'
import type { Envelope } from '../letters/listen.ts'

/**
 * Whether a mail may have come back on a letter, by its head alone: most mail brings log lines, and is not to be read
 * twice.
 */
export function mayConcern(
  headers: ReadonlyMap<string, readonly string[]>,
  { from, to }: Envelope,
  ours: Ours,
): boolean {
  const first = (name: string) => (headers.get(name)?.[0] ?? '').trim().toLowerCase()
  if (from === '' || first('return-path') === '<>') return true
  if (first('content-type').startsWith('multipart/report')) return true
  return aboutOf({ recipients: to, headers, enclosed: undefined, reported: [] }, ours) !== undefined
}
