import { type Header, type ReadContext, type Reading, readLine } from '@redalert/core'
import { isDshieldLine } from '../../verify/dshield-line.ts'
import type { SentLine } from '../../verify/verify-lines.ts'
import type { BodyLine } from '../body-line.ts'
import { coreOf, isNeat } from './core-of.ts'
import { joinHeader } from './join-header.ts'
import { type Joined, joinings, type Joining, type ReadEntry } from './joins.ts'

/** Lines put together, and how often that was. */
export type Unwrapped = { readonly lines: readonly SentLine[]; readonly count: number }

/** No program breaks shorter lines, and none of today's breaks longer ones. */
const leastWidth = 50
const mostWidth = 132
/** So many pieces are tried one after the other, where some are not full. */
const mostShort = 40
/** The longest request there is, about 32,000 characters, is some 430 pieces. */
const mostPieces = 600
/** After so many records, each broken as the width shows, all are: what comes of any other way is tried where that fails. */
const enough = 20
/** Characters that may be read while ways are tried: what is broken beyond that is left as it is. */
const mostTried = 30_000_000

/**
 * Puts lines together that were broken to fit a width: at a blank, which then is lost, or in the middle of a word. What
 * comes out must read as a record whole; where two different records could come out, neither is taken.
 */
export function unwrap(lines: readonly BodyLine[], context: ReadContext): Unwrapped {
  const widest = lines.reduce(
    (most, { text }) => (text.length > mostWidth ? most : Math.max(most, text.length)),
    0,
  )
  const sent: SentLine[] = []
  let header: Header | undefined
  let kinds = kindsOf(lines, context)
  let count = 0
  let tried = 0
  let likely = 0
  const read: ReadEntry = text => {
    tried += text.length + 100
    const joined = readLine(text, header ? { ...context, header } : context)
    return joined.kind === 'entry' ? joined : undefined
  }
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (!line) break
    const kind = kinds(at)
    if (kind === 'header') {
      const below = header ? { ...context, header } : context
      const whole = joinHeader(lines, at, context)
      const again = readLine(whole.text, below)
      header = whole.isWhole && again.kind === 'header' ? again.header : undefined
      kinds = kindsOf(lines, header ? { ...context, header } : context)
      const refusal = whole.isWhole ? {} : { refused: 'ambiguous-line' as const }
      sent.push({ number: line.number, text: whole.text, ...refusal })
      if (whole.taken > 1) count++
      at += whole.taken
      continue
    }
    const parts =
      !mayBeBroken(line.text, lines[at + 1]?.text ?? '') || kind === 'skipped' || tried > mostTried
        ? []
        : continuation(lines, at, kinds)
    const joining = { widest, read, known: [], isShown: likely >= enough }
    const outcome =
      parts.length === 0
        ? undefined
        : ((joining.isShown ? putTogether(line, parts, joining) : undefined) ??
          putTogether(line, parts, { ...joining, isShown: false }))
    sent.push(outcome?.line ?? { number: line.number, text: line.text })
    if (outcome?.isLikely !== undefined) likely = outcome.isLikely ? likely + 1 : -Infinity
    if (outcome) count++
    at += 1 + (outcome?.taken ?? 0)
  }
  return { lines: sent, count }
}

type Kinds = (index: number) => Reading['kind'] | 'contact'

/** Whether a program may have broken a text there: none does while the next word would find room in a narrow line. */
function mayBeBroken(text: string, next: string): boolean {
  const word = next.trimStart().split(' ', 1)[0] ?? ''
  return text.length + 1 + word.length >= leastWidth || next.length >= leastWidth
}

/** What each line is by itself; looked at once. */
function kindsOf(lines: readonly BodyLine[], context: ReadContext): Kinds {
  const known: ReturnType<Kinds>[] = []
  const kindOf = (text: string): ReturnType<Kinds> => {
    const { kind } = readLine(text, context)
    return kind === 'unread' && isDshieldLine(text) ? 'contact' : kind
  }
  return index => (known[index] ??= kindOf(lines[index]?.text ?? ''))
}

/** The lines below that cannot stand alone, so that they may belong to the one above. */
function continuation(lines: readonly BodyLine[], at: number, kinds: Kinds): readonly string[] {
  const parts: string[] = []
  for (let next = at + 1; next < lines.length && parts.length < mostPieces; next++) {
    const text = lines[next]?.text ?? ''
    if (kinds(next) !== 'unread' || text.startsWith('#')) break
    parts.push(text)
    if (parts.length > mostShort && text.length < (lines[next - 1]?.text.length ?? 0)) break
  }
  return parts
}

type Outcome = {
  readonly line: SentLine
  readonly taken: number
  /** Whether it was broken as the width of the body shows. */
  readonly isLikely?: boolean
}

function putTogether(
  { number, text }: BodyLine,
  parts: readonly string[],
  joining: Joining,
): Outcome | undefined {
  const { widest, read } = joining
  const alone = read(text)
  // A line as wide as any, with something below that cannot stand alone, was broken there.
  const isFull = text.length === widest
  const isWhole = alone !== undefined && isNeat(alone)
  let best: { readonly joined: Joined; readonly taken: number } | undefined
  for (const taken of lengths(text, parts, widest)) {
    const pieces = [text, ...parts.slice(0, taken)]
    const known = best && !isOpen(pieces.slice(0, best.taken + 1)) ? best.joined.gaps : []
    const [first, second] = joinings(pieces, { ...joining, known })
    if (second) return refused(number, taken)
    if (!first) {
      if (best && !isOpen(pieces)) break
      continue
    }
    const before = best?.joined.reading ?? (isWhole ? alone : undefined)
    if (before && coreOf(before) !== coreOf(first.reading)) {
      if (growsOutside(first) || isFull) best = { joined: first, taken }
      else return text.length < leastWidth ? undefined : refused(number, taken)
    } else if (before && extras(first) > before.located.spans.extra.length) {
      if (!isOpen(pieces)) break
    } else best = { joined: first, taken }
  }
  if (best) {
    const { text: whole, isLikely } = best.joined
    return { line: { number, text: whole }, taken: best.taken, isLikely }
  }
  return alone?.entry.cut && text.length >= leastWidth ? refused(number, 0) : undefined
}

function refused(number: number, taken: number): Outcome {
  return { line: { number, text: '', refused: 'ambiguous-line' }, taken }
}

/** How many pieces to try: each number while they are few, and all that are full and one more when they are many. */
function lengths(text: string, parts: readonly string[], widest: number): readonly number[] {
  let full = 0
  if (text.length === widest) while (parts[full]?.length === widest) full++
  const least = Math.max(1, full > 3 ? full : 1)
  return Array.from(
    { length: Math.min(parts.length, least + mostShort) - least + 1 },
    (_, more) => least + more,
  )
}

/** Whether the last piece is something else than more of what an accusation rests on. */
function growsOutside({ reading, lastStart, text }: Joined): boolean {
  const { request, target, query, missing } = reading.located.spans
  const offset = lastStart - (text.length - reading.record.length)
  return [request, target, query, missing].every(
    span => !span || offset >= span[1] || offset < span[0],
  )
}

function extras({ reading }: Joined): number {
  return reading.located.spans.extra.length
}

/** Whether a quotation at the end was not closed yet, so that more belongs to it. */
function isOpen(pieces: readonly string[]): boolean {
  return pieces.join('').split('"').length % 2 === 0
}
