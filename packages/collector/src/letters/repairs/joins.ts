import type { EntryReading } from '@redalert/core'
import { coreOf, isNeat } from './core-of.ts'
import { withoutLinks } from './links.ts'

/** Pieces put together so that they read as one record. */
export type Joined = {
  readonly text: string
  readonly reading: EntryReading
  /** Where the last piece begins. */
  readonly lastStart: number
  /** What stood where each piece but the first begins. */
  readonly gaps: readonly string[]
  /** Whether each is the likelier of what may have stood there. */
  readonly isLikely: boolean
}

/** How a text reads, if it is a record. */
export type ReadEntry = (text: string) => EntryReading | undefined

/** How pieces are put together. */
export type Joining = {
  /** The longest line of the whole body. */
  readonly widest: number
  readonly read: ReadEntry
  /** What stood at the first breaks, where that is known. */
  readonly known: readonly string[]
  /** Whether the body has shown that it is broken in the likelier way everywhere, so that no other is tried. */
  readonly isShown: boolean
}

const mostFree = 8

/**
 * Every neat record that pieces make when each break was either in the middle of a word or at a blank that got lost;
 * one of each core. Where there are too many breaks to try both, all are taken as the width of the body shows them: a
 * program breaks a word where the line is full, and a line that is not full at a blank.
 */
export function joinings(
  pieces: readonly string[],
  { widest, read, known, isShown }: Joining,
): readonly Joined[] {
  const gaps = pieces.slice(1).map((piece, index) => {
    const gap = known[index]
    return gap === undefined
      ? gapsBefore(piece, pieces[index] ?? '', { pieces, widest })
      : ([gap] as const)
  })
  const isFew = gaps.filter(({ length }) => length > 1).length <= mostFree
  const tried = isFew && !isShown ? gaps : gaps.map(([first = '']) => [first])
  const found = new Map<string, Joined>()
  for (const chosen of choices(tried)) {
    let text = pieces[0] ?? ''
    let lastStart = 0
    for (const [index, gap] of chosen.entries()) {
      text += gap
      lastStart = text.length
      text += stripped(pieces[index + 1] ?? '')
    }
    const plain = withoutLinks(text)
    const reading = read(plain)
    if (!reading || !isNeat(reading)) continue
    const core = coreOf(reading)
    if (found.has(core)) continue
    const isLikely = chosen.every((gap, index) => gap === gaps[index]?.[0])
    found.set(core, { text: plain, reading, lastStart, gaps: [...chosen], isLikely })
  }
  return [...found.values()]
}

type Broken = { readonly pieces: readonly string[]; readonly widest: number }

/**
 * What may have stood where a line was broken, the likelier first. A full line ends in the middle of a word where every
 * line is full, or where it holds nothing but that word; of one alone nobody knows.
 */
function gapsBefore(piece: string, before: string, { pieces, widest }: Broken): readonly string[] {
  if (before.endsWith(' ') || (piece.startsWith(' ') && !piece.startsWith('  '))) return ['']
  if (before.length !== widest) return [' ', '']
  const broken = pieces.slice(0, -1)
  const full = broken.filter(({ length }) => length === widest).length
  if (full === 1 || (full < broken.length && before.includes(' '))) return [' ', '']
  return full === 2 || piece.startsWith(' ') ? ['', ' '] : ['']
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
