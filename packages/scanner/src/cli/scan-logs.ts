import { availableParallelism, hostname } from 'node:os'
import { resolve } from 'node:path'
import type { Families } from '@redalert/core'
import manifest from '../../package.json' with { type: 'json' }
import type { Finding } from '../finding.ts'
import type { Run } from '../flags/invocation.ts'
import { unknownFamily } from '../flags/values/family.ts'
import { findLogs } from '../read/find-logs.ts'
import type { Found } from '../read/found.ts'
import { ofTime } from '../read/of-time.ts'
import { wantsColour } from '../report/colour.ts'
import { addToOutcome, emptyOutcome, exitCode, type Outcome } from '../report/exit.ts'
import { outputFault } from '../report/output-fault.ts'
import { chooseReport } from '../report/index.ts'
import { type ProgressLine, progressLine } from '../report/progress-line.ts'
import type { Report, ReportOptions } from '../report/report.ts'
import { writeToFile } from '../report/write-to-file.ts'
import { writeToStream } from '../report/write-to-stream.ts'
import type { Journal, NoJournal } from '../resume/journal.ts'
import { scan } from '../scan.ts'
import type { ScanOptions } from '../scan-options.ts'
import { settingOf } from '../setting-of.ts'
import { asides } from './asides.ts'
import { familiesOf } from './families-of.ts'
import type { Io } from './io.ts'
import { isOneOf } from './is-one-of.ts'
import { failureOf } from './print.ts'
import { readContextOf } from './read-context-of.ts'
import { refuse } from './refuse.ts'
import { stopOnSignals } from './stop-on-signals.ts'

type Options = Run<'scan'>['options']

/** `redalert scan`: finds the logs, scans them, writes the report and gives the exit code. */
export async function scanLogs({ options, words }: Run<'scan'>, io: Io): Promise<number> {
  if (words.length === 0 && io.stdin.isTTY)
    return refuse(
      'name a file or a folder, or - for the standard input: redalert scan access.log',
      io,
    )
  const { output } = options
  const families = await familiesOf(options.signatures, io)
  if (!families) return 2
  const unknown = unknownFamily(
    options.family,
    families.list.map(({ id }) => id),
  )
  if (unknown !== undefined) return refuse(unknown, io)
  const all = await findLogs(words.length === 0 ? ['-'] : words, { folder: io.cwd() })
  if (output !== undefined && (await isOneOf(output, all, io.cwd())))
    return refuse(`${output} is one of the logs: write to another file`, io)
  const found = ofTime(all, options)
  const journal = await journalOf(options, families, io)
  if (journal && 'wrong' in journal) return refuse(journal.wrong, io)
  const report = chooseReport(options)
  const outcome = emptyOutcome()
  const progress = progressOf(found, options, io)
  const stop = stopOnSignals(io)
  const scanning = {
    ...scanOptionsOf(options, { families, signal: stop.signal, progress }),
    ...(journal && { journal }),
  }
  const findings = options.merge ? await mergedOf(found, scanning) : scan(found, scanning)
  const told = telling(findings, { report, outcome, progress, options, io })
  const text = behind(progress, report.write(told, reportOptionsOf(options, families, io)))
  const written =
    output === undefined
      ? await writeToStream(io.stdout, text)
      : await writeToFile(output, text, { signal: stop.signal })
  progress.erase()
  stop.end()
  // What could not be read is tried again, without all that could.
  const isWhole = stop.code() === undefined && written.kind === 'written' && outcome.faults === 0
  if (isWhole) journal?.remove()
  else journal?.close()
  const failure = failureOf(written, io)
  return stop.code() ?? failure ?? exitCode(outcome, options)
}

/** What was read before the same scan was interrupted. */
async function journalOf(
  options: Options,
  families: Families,
  { cwd }: Io,
): Promise<Journal | NoJournal | undefined> {
  const { resume } = options
  if (resume === undefined) return undefined
  const { openJournal } = await import('../resume/journal.ts')
  const path = resolve(cwd(), resume)
  const scanning = scanOptionsOf(options, {
    families,
    progress: noProgress,
    signal: new AbortController().signal,
  })
  try {
    return openJournal(resume, path, [manifest.version, settingOf(scanning, families.list)])
  } catch (error) {
    return { wrong: outputFault(error, resume).message }
  }
}

/** Loaded only when it is asked for. */
async function mergedOf(
  found: readonly Found[],
  { mine = [], proxies = [], scanners = [], ...options }: ScanOptions,
): Promise<AsyncIterable<Finding>> {
  const { mergeScans } = await import('../merged/merge-scans.ts')
  return mergeScans(found, { ...options, mine, proxies, scanners })
}

type Telling = {
  readonly report: Report
  readonly outcome: Outcome
  readonly progress: ProgressLine
  readonly options: Options
  readonly io: Io
}

/** Hands findings on to the report; notes what decides the exit code, and tells what the report does not. */
async function* telling(
  findings: AsyncIterable<Finding>,
  { report, outcome, progress, options, io }: Telling,
): AsyncGenerator<Finding, void> {
  const { tell, end } = asides(io)
  for await (const finding of findings) {
    addToOutcome(outcome, finding, options)
    const { kind } = finding
    if (kind === 'fault' || kind === 'remark' || (kind === 'unread' && !report.showsUnread)) {
      progress.erase()
      tell(finding)
    }
    if (kind === 'summary') end()
    yield finding
  }
}

/** Text goes to the terminal where the progress line stood. */
async function* behind(
  { erase }: ProgressLine,
  text: AsyncIterable<string>,
): AsyncGenerator<string, void> {
  for await (const piece of text) {
    erase()
    yield piece
  }
}

const clock = () => performance.now() / 1000

type Scanning = {
  readonly families: Families
  readonly signal: AbortSignal
  readonly progress: ProgressLine
}

function scanOptionsOf(options: Options, { families, signal, progress }: Scanning): ScanOptions {
  const { sensor = hostname(), trustedProxy, family } = options
  const { mine, listens, since, until, minGrade, unread, raw } = options
  const { threads = availableParallelism() } = options
  return {
    sensor,
    clock,
    threads,
    context: readContextOf(options),
    signatures: families.list,
    signaturesVersion: families.version,
    families: family,
    proxies: trustedProxy,
    scanners: options.scanner,
    mine,
    listens,
    since,
    until,
    minGrade,
    unread,
    raw,
    signal,
    progress: progress.show,
  }
}

function reportOptionsOf(
  { color, output, minGrade, only }: Options,
  families: Families,
  { stdout, env }: Io,
): ReportOptions {
  const isTerminal = output === undefined && stdout.isTTY
  return {
    width: (isTerminal ? stdout.columns : Number(env.COLUMNS)) || 80,
    colour: wantsColour(color, isTerminal, env),
    family: id => families.list.find(signature => signature.id === id),
    minGrade,
    only,
  }
}

const noProgress: ProgressLine = { show: () => undefined, erase: () => undefined }

function progressOf(
  found: readonly Found[],
  { progress }: Options,
  { stderr, env }: Io,
): ProgressLine {
  if (!progress || !stderr.isTTY || env.TERM === 'dumb') return noProgress
  const sizes = found.filter(each => each.kind === 'log').map(({ size }) => size)
  const known = sizes.filter(size => size !== undefined)
  const allBytes = known.length === sizes.length ? known.reduce((sum, size) => sum + size, 0) : 0
  return progressLine(stderr, { clock, ...(allBytes > 0 && { allBytes }) })
}
