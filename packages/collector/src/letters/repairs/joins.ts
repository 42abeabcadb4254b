import type { EntryReading } from '@redalert/core'
import { coreOf, isNeat } from './core-of.ts'
import { withoutLinks } from './links.ts'

/** Pieces put together so that they read as one record. */
export type Joined = {
  readonly text: string
  readonly reading: EntryReading
  /** Where each piece but the first begins. */
  readonly starts: readonly number[]
}

/** How a text reads, if it is a record. */
export type ReadEntry = (text: string) => EntryReading | undefined

const mostFree = 8

/**
 * Every neat record that pieces make when each break was either in the middle of a word or at a blank that got lost;
 * one of each core. Undefined when there would be too many ways to try.
 */
export function joinings(
  pieces: readonly string[],
  widest: number,
  read: ReadEntry,
): readonly Joined[] | undefined {
  const gaps = pieces
    .slice(1)
    .map((piece, index) => gapsBefore(piece, pieces[index] ?? '', { pieces, widest }))
  if (gaps.filter(({ length }) => length > 1).length > mostFree) return undefined
  const found = new Map<string, Joined>()
  for (const chosen of choices(gaps)) {
    const starts: number[] = []
    let text = pieces[0] ?? ''
    for (const [index, gap] of chosen.entries()) {
      text += gap
      starts.push(text.length)
      text += stripped(pieces[index + 1] ?? '')
    }
    const plain = withoutLinks(text)
    const reading = read(plain)
    if (!reading || !isNeat(reading)) continue
    const core = coreOf(reading)
    if (!found.has(core)) found.set(core, { text: plain, reading, starts })
  }
  return [...found.values()]
}

type Broken = { readonly pieces: readonly string[]; readonly widest: number }

/** What may have stood where a line was broken. */
function gapsBefore(piece: string, before: string, { pieces, widest }: Broken): readonly string[] {
  if (before.endsWith(' ') || (piece.startsWith(' ') && !piece.startsWith('  '))) return ['']
  const full = pieces.filter(({ length }) => length === widest).length
  const isHard = before.length === widest && full >= 3 && !piece.startsWith(' ')
  if (isHard) return ['']
  return full >= 2 && before.length === widest ? ['', ' '] : [' ', '']
}

/** An indented piece loses its indent; one blank may be the log's own. */
function stripped(piece: string): string {
  return piece.startsWith('  ') || piece.startsWith('\t') ? piece.trimStart() : piece
}

/** Every choice of one of each: those with one way only are not counted through. */
function* choices(gaps: readonly (readonly string[])[]): Generator<readonly string[]> {
  const free = gaps.flatMap((ways, index) => (ways.length > 1 ? [index] : []))
  const chosen = gaps.map(ways => ways[0] ?? '')
  for (let number = 0; number < 1 << free.length; number++) {
    for (const [bit, index] of free.entries()) {
      chosen[index] = gaps[index]?.[(number >> bit) & 1] ?? ''
    }
    yield chosen
  }
}
