import type { BodyLine, Repair } from '../body-line.ts'

/** Drops what stands below the line that begins a signature, `-- `. Its lines are told as skipped. */
export function dropSignature(lines: readonly BodyLine[]): Repair & { readonly dropped: number } {
  const start = lines.findIndex(({ text }) => text === '-- ' || text === '--')
  if (start === -1) return { lines, count: 0, dropped: 0 }
  return { lines: lines.slice(0, start), count: 1, dropped: lines.length - start }
}
