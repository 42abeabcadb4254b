import {
  hourOf,
  type Hour,
  type Header,
  type Instant,
  instantOfSeconds,
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
import {
  type Deposit,
  emptyObserved,
  observeLine,
  type Observed,
  type Observing,
  type Watch,
} from './observe.ts'
import { requests, type Sieve, stamps } from './sieve.ts'

const lf = 0x0a
const cr = 0x0d
const span = 600
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
  const spans: { readonly start: number; readonly hour: Hour }[] = []

  let kept = new Map<number, readonly Proof[]>()
  let deposits: readonly Deposit[] = []
  const host = { ask, keep, takeCells, askTime, askSource }
  sieve.forgetCells()
  bytes.fill(0, stamps.start, stamps.start + stamps.count * stamps.size)

  function ask(from: number, to: number, line: number, request: number): number {
    const before = observed.matches.length
    const reading = observeLine(lineAt(from, to, number + line - 1), header, watch, observed)
    if (reading.kind === 'header') header = reading.header
    if (reading.kind !== 'entry' || reading.entry.cut || !isCommon(reading.format.name)) return 0
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
    const index = (stamp - stamps.start) / stamps.size
    tellSpan(index)
    const reading = readLine(lineAt(from, to, 0).text, watch.context)
    if (reading.kind !== 'entry' || reading.record.length !== trimmed(from, to) - from) return 0
    const [opens, closes] = reading.located.spans.time ?? [0, 0]
    // The stamp that core read must be the one that the sieve looks at: of full length, behind the first bracket.
    if (closes - opens !== stampLength || reading.record.indexOf('[') !== opens - 1) return 0
    if (!isCommon(reading.format.name)) return 0
    return spanState(stamp, reading.entry, reading.record.slice(opens, closes))
  }

  function spanState(stamp: number, { at, clock }: LogEntry, text: string): number {
    const index = (stamp - stamps.start) / stamps.size
    const first = secondsOf(at) - (secondsOf(at) % span)
    const [opens, closes] = [instantOfSeconds(first), instantOfSeconds(first + span - 1)]
    if (!opens || !closes || clock !== 'known') return 3
    if (secondsOf(at) - first !== secondsOfSpan(text)) return 3
    spans[index] = { start: first, hour: hourOf(at) }
    words[(stamp + stamps.hour) >> 2] = Math.floor(first / 3600)
    words[(stamp + stamps.second) >> 2] = first
    bytes.write(opens.slice(0, stamps.textLength), stamp + stamps.text, 'latin1')
    const { since, until } = watch
    if ((since && closes < since) || (until && opens >= until)) return 2
    return (since && opens < since) || (until && closes >= until) ? 3 : 1
  }

  function askSource(from: number, to: number): number {
    const reading = readLine(lineAt(from, to, 0).text, watch.context)
    return reading.kind === 'entry' && reading.format.name === 'clf' ? 1 : 0
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

  /** Reads whole lines, with the sieve as long as no header says how they are to be read. */
  function read(from: number, to: number): void {
    let place = from
    while (place < to) {
      if (!namesFormat(header)) place = sift(place, to)
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

  /** Tells of the lines that were passed over in a span of ten minutes, and forgets them. */
  function tellSpan(index: number): void {
    const word = (stamps.start + index * stamps.size) >> 2
    const count = words[word + 7] ?? 0
    const known = spans[index]
    if (count === 0 || !known) return
    const { start, hour } = known
    observed.hours.set(hour, (observed.hours.get(hour) ?? 0) + count)
    noteTime(observed, instantOfSeconds(start + (words[word + 8] ?? 0)))
    noteTime(observed, instantOfSeconds(start + (words[word + 9] ?? 0)))
    words[word + 7] = 0
    words[word + 8] = span
    words[word + 9] = 0
  }

  function tell(): Observed {
    for (let index = 0; index < stamps.count; index++) tellSpan(index)
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

/** The seconds that `19/Jul/2001:16:08:55` lies behind its ten minutes. */
function secondsOfSpan(stamp: string): number {
  return Number(stamp.slice(16, 17)) * 60 + Number(stamp.slice(18, 20))
}

function noteTime(observed: Observing, at: Instant | undefined): void {
  if (!at) return
  if (!observed.first || at < observed.first) observed.first = at
  if (!observed.last || at > observed.last) observed.last = at
}
