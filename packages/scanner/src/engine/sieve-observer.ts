import {
  type EntryReading,
  type Header,
  type LogEntry,
  type Mark,
  readLine,
  redact,
  secondsOf,
  withHeader,
} from '@redalert/core'
import type { Line } from '../read/line.ts'
import { longestLine } from '../read/line-ending.ts'
import { lineSplitter, type LineSplitter } from '../read/line-splitter.ts'
import { firstProofs, lastWanted, type Proof, takeDeposits } from './deposits.ts'
import type { LogObserver, LogStart } from './log-observer.ts'
import { type Deposit, emptyObserved, observeLine, type Observed, type Watch } from './observe.ts'
import { placeOfTime } from './place-of-time.ts'
import { requests, type Sieve } from './sieve.ts'
import type { Stencil } from './stencil.ts'
import { stencilKeeper } from './stencil-keeper.ts'
import { timeSpans } from './time-spans.ts'

const lf = 0x0a
const cr = 0x0d
const brace = 0x7b
/** Of `19/Jul/2001:16:08:55 +0200`. */
const stampLength = 26
/** Every line may be evidence. */
const everySecond = 0xffffffff
/** So many different verdicts are remembered; what a stranger makes up may have more. */
const mostVerdicts = 4096

/**
 * Observes a log with the sieve in front: lines that it passes over are only counted, by the hour that core read in the
 * first of their ten minutes; every other line is read as ever. What is told is the same as without it.
 */
export function sieveObserver(sieve: Sieve, watch: Watch, start: LogStart): LogObserver {
  const { bytes, words } = sieve
  /** Bytes of the line that is not whole yet, at the start of the buffer. */
  let held = 0
  /** Takes a line that is longer than anybody holds. */
  let overlong: LineSplitter | undefined
  let at = start.at
  let number = 1
  let header = start.header
  let observed = emptyObserved()
  const spans = timeSpans(sieve, watch)

  let kept = new Map<number, readonly Proof[]>()
  let deposits: readonly Deposit[] = []
  const host = { ask, keep, takeCells, askTime, askSource, askPlacedTime, tellListens }
  const stencils = stencilKeeper()
  sieve.forgetCells()
  use(undefined)

  /** Has the sieve read lines by another stencil, or by none. */
  function use(stencil: Stencil | undefined): void {
    spans.tell(observed)
    spans.forget()
    sieve.use(stencil, namesFormat(header))
  }

  function contextOf() {
    return header ? { ...watch.context, header } : watch.context
  }

  function ask(from: number, to: number, line: number, request: number): number {
    const before = observed.matches.length
    const reading = observeLine(lineAt(from, to, number + line - 1), header, watch, observed)
    if (reading.kind === 'header') {
      header = reading.header
      stencils.forget()
      use(undefined)
    }
    if (reading.kind !== 'entry' || reading.entry.cut) return 0
    if (!isCommon(reading.format.name)) {
      const stencil = isWhole(reading, from, to) ? stencils.better(reading) : undefined
      if (stencil) use(stencil)
      return 0
    }
    const marks = observed.matches.length > before ? observed.matches.at(-1)?.marks : undefined
    return request === 0 ? 0 : marks ? remember(reading.entry, marks, request) : 1
  }

  /** Notes what the sieve must know to count equal requests by itself: how their identities end, and whether they try a door. */
  function remember(
    { method = '', target = '', userAgent = '' }: LogEntry,
    marks: readonly Mark[],
    request: number,
  ) {
    const ending = `\n\n${method}\n${target}`
    if (watch.context.clientFrom || ending.length > requests.longest) return 0
    if (marks.some(({ field }) => field !== 'target')) return 0
    // An agent may add the mark of a scanner; hosts to fetch from may be the sender of this line and not of the next.
    if (userAgent !== '') return 0
    if (marks.some(({ payloadHosts, ownPayload }) => payloadHosts.length > 0 || ownPayload))
      return 0
    const verdict = verdictOf(sieve, marks)
    bytes.write(ending, request + requests.ending, 'latin1')
    words[(request + requests.length) >> 2] = ending.length
    words[(request + requests.door) >> 2] = marks.some(({ door }) => door) ? 1 : 0
    return verdict
  }

  function keep(from: number, to: number, line: number, cell: number): number {
    const { text, number: at } = lineAt(from, to, number + line - 1)
    const reading = readLine(text, watch.context)
    if (reading.kind !== 'entry') return everySecond
    const shown = watch.raw ? withHeader(reading, text) : redact(reading, 'target')
    const proof = { at: reading.entry.at, text: shown, line: at }
    const proofs = firstProofs(kept.get(cell) ?? [], proof)
    kept.set(cell, proofs)
    const last = lastWanted(proofs)
    return last ? secondsOf(last) : everySecond
  }

  function takeCells(): void {
    deposits = [...deposits, ...takeDeposits(sieve, kept)]
    kept = new Map()
  }

  function askTime(from: number, to: number, stamp: number): number {
    spans.tellOne(stamp, observed)
    const reading = readLine(lineAt(from, to, 0).text, contextOf())
    if (reading.kind !== 'entry' || !isWhole(reading, from, to)) return 0
    const { record, located } = reading
    const [opens, closes] = located.spans.time ?? [0, 0]
    // The stamp that core read must be the one that the sieve looks at: of full length, behind the first bracket.
    if (closes - opens !== stampLength || record.indexOf('[') !== opens - 1) return 0
    return isCommon(reading.format.name) ? spans.take(stamp, reading, opens + 16) : 0
  }

  function askPlacedTime(from: number, to: number, stamp: number, start: number): number {
    spans.tellOne(stamp, observed)
    const reading = readLine(lineAt(from, to, 0).text, contextOf())
    if (reading.kind !== 'entry' || !isWhole(reading, from, to)) return 0
    const { record, located, format } = reading
    const place = placeOfTime(record, located.spans)
    if (format.name !== stencils.format() || place?.span[0] !== start - from) return 0
    return spans.take(stamp, reading, place.span[0] + place.minute)
  }

  function tellListens(from: number, to: number): void {
    const reading = readLine(lineAt(from, to, 0).text, contextOf())
    if (reading.kind === 'entry' && reading.entry.listens)
      observed.listens.add(reading.entry.listens)
  }

  function askSource(from: number, to: number): number {
    const reading = readLine(lineAt(from, to, 0).text, contextOf())
    if (reading.kind !== 'entry') return 0
    // A text may be a client in one shape and none in another.
    const isPlaced = namesFormat(header) || bytes[from] === brace
    return reading.format.name === (isPlaced ? stencils.format() : 'clf') ? 1 : 0
  }

  /** Whether a record is all of its line. */
  function isWhole({ record }: EntryReading, from: number, to: number): boolean {
    return record.length === trimmed(from, to) - from
  }

  /** The content of a line: without the CR before its end. */
  function trimmed(from: number, to: number): number {
    return to > from && bytes[to - 1] === cr ? to - 1 : to
  }

  function lineAt(from: number, to: number, number: number): Line {
    const end = trimmed(from, to)
    const place = at + from - sieve.start
    return end - from > longestLine
      ? { text: bytes.toString('latin1', from, from + longestLine), number, at: place, cut: true }
      : { text: bytes.toString('latin1', from, end), number, at: place }
  }

  /** Reads whole lines; the sieve stops at each header line. */
  function read(from: number, to: number): void {
    let place = from
    while (place < to) {
      place = sift(place, to)
      if (place >= to) return
      const end = bytes.indexOf(lf, place)
      ask(place, end, 1, 0)
      number++
      place = end + 1
    }
  }

  function sift(from: number, to: number): number {
    sieve.host = host
    const place = sieve.run(from, to)
    number += sieve.takeLines()
    const passed = sieve.takePassed()
    observed.lines += passed
    observed.other += passed
    const deposited = sieve.takeDeposited()
    observed.lines += deposited
    observed.deposited += deposited
    return place
  }

  function tell(): Observed {
    spans.tell(observed)
    const told = { ...observed, deposits }
    observed = emptyObserved()
    deposits = []
    return told
  }

  function push(count: number): Observed {
    let from = sieve.start
    const to = from + held + count
    if (overlong) {
      const end = bytes.subarray(from, to).indexOf(lf)
      const taken = end === -1 ? to : from + end + 1
      for (const line of overlong.push(bytes.subarray(from, taken))) take(line)
      if (end !== -1) overlong = undefined
      from = taken
    }
    const last = overlong ? -1 : bytes.lastIndexOf(lf, to - 1)
    const whole = last < from ? from : last + 1
    read(from, whole)
    bytes.copyWithin(sieve.start, whole, to)
    at += whole - sieve.start
    held = to - whole
    if (held > longestLine + 2) {
      overlong = lineSplitter({ ending: 'lf', number, at })
      overlong.push(bytes.subarray(sieve.start, sieve.start + held))
      at += held
      held = 0
    }
    return tell()
  }

  function take(line: Line): void {
    const reading = observeLine({ ...line, number: number++ }, header, watch, observed)
    if (reading.kind === 'header') header = reading.header
  }

  function end(): Observed {
    const rest = overlong ?? lineSplitter({ ending: 'lf', number, at })
    for (const line of rest.push(bytes.subarray(sieve.start, sieve.start + held))) take(line)
    for (const line of rest.end()) take(line)
    held = 0
    takeCells()
    return tell()
  }

  return {
    room: () => bytes.subarray(sieve.start + held, sieve.start + sieve.size),
    push,
    end,
    header: () => header,
  }
}

/** The number of these marks among the verdicts; 0 when there are too many of them. */
function verdictOf({ verdicts }: Sieve, marks: readonly Mark[]): number {
  const same = verdicts.findIndex(known => known.length > 0 && sameMarks(known, marks))
  if (same !== -1) return same
  return verdicts.length < mostVerdicts ? verdicts.push(marks) - 1 : 0
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, payloadHosts }, index) => {
      const rival = other[index]
      return rival?.id === id && payloadHosts.length === 0
    })
  )
}

function isCommon(format: string): boolean {
  return format === 'clf' || format === 'vhost-clf'
}

function namesFormat(header: Header | undefined): boolean {
  return header?.fields !== undefined || header?.template !== undefined
}
