import { isDeepStrictEqual } from 'node:util'
import {
  type Header,
  signatures as allSignatures,
  signaturesVersion as allVersion,
} from '@redalert/core'
import { isAskedFor } from './asked-for.ts'
import type { CoverageFinding, Finding, Heading } from './finding.ts'
import { fault, remark } from './read/fault.ts'
import type { Found, FoundLog } from './read/found.ts'
import type { Journal } from './resume/journal.ts'
import { resumeTasks } from './resume/resume-tasks.ts'
import { type Apart, judgeRows, payloadHostsOf } from './rows.ts'
import type { ScanOptions } from './scan-options.ts'
import { settingOf } from './setting-of.ts'
import { addTally, emptyTally, type Tally } from './tally.ts'
import { runTasks } from './threads/crew.ts'
import { plan } from './threads/plan.ts'
import { jobOf, readTask } from './threads/run-task.ts'
import type { Setting } from './threads/setting.ts'
import type { Outcome, Task } from './threads/task.ts'

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
    settingOf(options, signatures),
    options,
  )
  const rows = judgeRows(tally, signatures, apartOf(options)).filter(isAskedFor(options))
  yield* rows
  yield* payloadHostsOf(rows)
  yield coverageOf(tally, options)
  const seconds = Math.round((options.clock() - started) * 1000) / 1000
  yield { kind: 'summary', ...tally.counts, seconds, ...tally.span }
}

/** Reads logs into the tally, until all are read or a person stops it; tells what is to be said in their order. */
async function* readLogs(
  logs: readonly FoundLog[],
  tally: Tally,
  setting: Setting,
  { threads = 1, sliceSize, signal, progress, journal }: ScanOptions,
): AsyncGenerator<Finding, void> {
  const used = worthwhile(logs, threads, sliceSize ?? bytesOfThread)
  const tasks = await plan(logs, { threads: used, sliceSize })
  const job = jobOf(setting)
  let log: LogSoFar | undefined
  const begin = (task: Task) => withHeader(task, log?.log === task.log ? log.header : undefined)
  const options = { threads: used, begin, ...(signal && { signal }), ...(progress && { progress }) }
  const run = (rest: readonly Task[]) => runTasks(rest, job, options)
  if (journal) yield* toldBefore(tasks, journal)
  for await (const outcome of journal ? resumeTasks(tasks, journal, run) : run(tasks)) {
    const { task } = outcome
    if (outcome.kind === 'left') {
      const rest = new Set(tasks.slice(tasks.indexOf(task)).map(({ log }) => log)).size
      yield fault('stopped', task.log.name, `${left(rest)} not read: the scan was stopped`)
      return
    }
    if (log?.log !== task.log) {
      tally.counts.files++
      log = newLog(task.log)
    }
    if (log.ended) continue
    const right = withHeader(task, log.header)
    if (outcome.kind === 'notes' || isSameHeader(task, right))
      yield* addOutcome(log, outcome, tally)
    else {
      // An earlier slice ended with another header than this one was read with.
      for await (const again of readTask(right, job, signal ? { signal } : {}))
        yield* addOutcome(log, again, tally)
    }
  }
}

/** How much was read before. */
function* toldBefore(tasks: readonly Task[], journal: Journal): Generator<Finding, void> {
  const known = tasks.filter(task => journal.knows(task)).length
  if (known === 0) return
  const message = `${known} of ${tasks.length} parts of the logs were read before: ${journal.name} holds what they showed`
  yield remark('resumed', journal.name, message)
}

/** A thread more costs a start of its own: it must have something to read. */
function worthwhile(logs: readonly FoundLog[], threads: number, least: number): number {
  const bytes = logs.reduce((sum, { size = 0 }) => sum + size, 0)
  return Math.max(1, Math.min(threads, Math.ceil(bytes / least)))
}

const bytesOfThread = 24 * 1024 * 1024

/** What was read so far of the log whose slices are put together. */
type LogSoFar = {
  readonly log: FoundLog
  lines: number
  header: Header | undefined
  /** A fault was told: what was read until then counts, and nothing behind. */
  failed: boolean
  ended: boolean
  monthSaid: boolean
}

function newLog(log: FoundLog): LogSoFar {
  return { log, lines: 0, header: undefined, failed: false, ended: false, monthSaid: false }
}

/** A slice with the header that holds where it begins. */
function withHeader(task: Task, header: Header | undefined): Task {
  if (!task.slice) return task
  const { from, to, size } = task.slice
  return { ...task, slice: { from, to, size, ...(header && { header }) } }
}

function isSameHeader(one: Task, other: Task): boolean {
  return isDeepStrictEqual(one.slice?.header, other.slice?.header)
}

function* addOutcome(log: LogSoFar, outcome: Outcome, tally: Tally): Generator<Finding, void> {
  const notes = outcome.kind === 'notes' ? outcome.notes : outcome.done.notes
  for (const note of notes) {
    if (note.kind === 'remark' && note.code === 'month-first') {
      if (log.monthSaid) continue
      log.monthSaid = true
    }
    if (note.kind === 'fault') log.failed = true
    yield 'line' in note ? { ...note, line: note.line + log.lines } : note
  }
  if (outcome.kind !== 'done') return
  const { tally: part, header } = outcome.done
  addTally(tally, part, { file: log.log.name, linesBefore: log.lines })
  log.lines += part.counts.lines
  log.header = header
  log.ended = log.failed
}

function left(logs: number): string {
  return logs === 1 ? '1 more log was' : `${logs} more logs were`
}

function headingOf({ sensor, context, signaturesVersion = allVersion }: ScanOptions): Heading {
  const zone = context?.zone?.name ?? null
  return { kind: 'redalert', schema: 1, sensor, zone, signatures: signaturesVersion }
}

function apartOf({ mine = [], proxies = [], scanners = [] }: ScanOptions): Apart {
  return { mine, proxies, scanners }
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
