import {
  atLeast,
  type Grade,
  type Instant,
  type Network,
  type ReadContext,
  rules,
  type Signature,
  signatures as allSignatures,
  signaturesVersion as allVersion,
} from '@redalert/core'
import { type Match, observer, type Watch } from './engine/observe.ts'
import type { Answered, CoverageFinding, Finding, Heading, Row, UnreadLine } from './finding.ts'
import { fault, remark } from './read/fault.ts'
import type { Found, FoundLog } from './read/found.ts'
import { readLines } from './read/read-lines.ts'
import { type Apart, judgeRows, payloadHostsOf } from './rows.ts'
import { addObserved, emptyTally, type Tally } from './tally.ts'

/** What a scan looks for and how it reads. */
export type ScanOptions = {
  /** The plain name of the server whose logs these are. */
  readonly sensor: string
  /** Seconds since some moment, for the speed told in the summary. */
  readonly clock: () => number
  /** How lines are read: the forced format, the zone of local times, the proxies whose word is taken. */
  readonly context?: ReadContext
  readonly signatures?: readonly Signature[]
  /** Tells these families from any others. */
  readonly signaturesVersion?: string
  /** Only rows of these families; all are looked for, since a mark belongs to the strongest. */
  readonly families?: readonly string[]
  /** Only rows that are at least so sure. */
  readonly minGrade?: Grade | undefined
  readonly mine?: readonly Network[]
  readonly proxies?: readonly Network[]
  /** Scanners that the log's owner knows by address. */
  readonly scanners?: readonly Network[]
  readonly listens?: readonly string[]
  readonly since?: Instant | undefined
  readonly until?: Instant | undefined
  /** Tell every unread line. */
  readonly unread?: boolean
  /** Show evidence lines whole. */
  readonly raw?: boolean
  /** Ends the scan; what was read until then is judged. */
  readonly signal?: AbortSignal
  /** Told after every batch of lines. */
  readonly progress?: (progress: ScanProgress) => void
}

/** How far a scan is: bytes of all its logs as they lie on disk, and lines. */
export type ScanProgress = { readonly bytes: number; readonly lines: number }

/**
 * The main path: reads logs and says what they show. The heading stands first; faults, unread lines and answered back
 * doors come as they are met; then what was judged over everything, coverage, and the summary last.
 */
export async function* scan(
  found: readonly Found[],
  options: ScanOptions,
): AsyncGenerator<Finding, void> {
  const started = options.clock()
  const signatures = options.signatures ?? allSignatures
  const tally = emptyTally()
  yield headingOf(options)
  yield* found.filter(each => each.kind !== 'log')
  yield* readLogs(
    found.filter(each => each.kind === 'log'),
    tally,
    watchOf(options, signatures),
    options,
  )
  const rows = judgeRows(tally, signatures, apartOf(options)).filter(isAskedFor(options))
  yield* rows
  yield* payloadHostsOf(rows)
  yield coverageOf(tally, options)
  const seconds = Math.round((options.clock() - started) * 1000) / 1000
  yield { kind: 'summary', ...tally.counts, seconds, ...tally.span }
}

/** Reads logs one after the other into the tally, until all are read or a person stops it. */
async function* readLogs(
  logs: readonly FoundLog[],
  tally: Tally,
  watch: Watch,
  options: ScanOptions,
): AsyncGenerator<Finding, void> {
  for (const [index, log] of logs.entries()) {
    if (options.signal?.aborted) {
      yield fault(
        'stopped',
        log.name,
        `${left(logs.length - index)} not read: the scan was stopped`,
      )
      return
    }
    tally.counts.files++
    yield* readLog(log, tally, watch, options)
  }
}

async function* readLog(
  log: FoundLog,
  tally: Tally,
  watch: Watch,
  { sensor, unread, signal, progress }: ScanOptions,
): AsyncGenerator<Finding, void> {
  const observe = observer(watch)
  const { counts } = tally
  const before = counts.bytes
  let monthGuessed = false
  for await (const piece of readLines(log, signal ? { signal } : {})) {
    if (piece.kind !== 'lines') {
      yield piece
      continue
    }
    const observed = observe(piece.lines)
    addObserved(tally, observed, { file: log.name, sensor })
    counts.bytes = before + piece.consumed
    if (observed.monthGuessed && !monthGuessed) yield monthFirst(log)
    monthGuessed ||= observed.monthGuessed === true
    if (unread) yield* observed.unread.map(line => unreadLine(log, line))
    for (const match of observed.matches) if (match.answered) yield answeredDoor(log, match)
    progress?.({ bytes: counts.bytes, lines: counts.lines })
  }
}

function monthFirst({ name }: FoundLog): Finding {
  const message = `${name} writes dates like 7/8/2001: they were read month first, as the 8th of July`
  return remark('month-first', name, message)
}

function left(logs: number): string {
  return logs === 1 ? '1 more log was' : `${logs} more logs were`
}

function headingOf({ sensor, context, signaturesVersion = allVersion }: ScanOptions): Heading {
  const zone = context?.zone?.name ?? null
  return { kind: 'redalert', schema: 1, sensor, zone, signatures: signaturesVersion }
}

function watchOf(
  { context = {}, since, until, raw }: ScanOptions,
  signatures: readonly Signature[],
): Watch {
  return {
    context,
    rules: rules(signatures),
    ...(since && { since }),
    ...(until && { until }),
    ...(raw && { raw }),
  }
}

function unreadLine(
  { name }: FoundLog,
  { line, reason }: { line: number; reason: string },
): UnreadLine {
  return { kind: 'unread', file: name, line, reason }
}

function answeredDoor({ name }: FoundLog, { line, marks }: Match): Answered {
  return { kind: 'answered', file: name, line, text: marks[0]?.text ?? '' }
}

function apartOf({ mine = [], proxies = [], scanners = [] }: ScanOptions): Apart {
  return { mine, proxies, scanners }
}

function isAskedFor({ families = [], minGrade }: ScanOptions): (row: Row) => boolean {
  return ({ family, grade }) =>
    (families.length === 0 || families.includes(family)) && (!minGrade || atLeast(grade, minGrade))
}

function coverageOf({ hours, listens }: Tally, options: ScanOptions): CoverageFinding {
  const { listens: given = [], signaturesVersion = allVersion } = options
  const addresses = given.length > 0 ? given : [...listens].toSorted()
  return {
    kind: 'coverage',
    sensor: options.sensor,
    hours: Object.fromEntries([...hours].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    listens: addresses.length > 0 ? addresses : null,
    signatures: signaturesVersion,
  }
}
