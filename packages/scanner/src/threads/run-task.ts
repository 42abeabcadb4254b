import { setImmediate } from 'node:timers/promises'
import type { Header } from '@redalert/core'
import { makeSieve, type Sieve } from '../engine/sieve.ts'
import { observeLog, type ObservedPiece } from '../engine/observe-log.ts'
import { observeSlice } from '../engine/observe-slice.ts'
import type { Observed, Watch } from '../engine/observe.ts'
import { type ReadRemark, remark } from '../read/fault.ts'
import type { ReadOptions } from '../read/read-log.ts'
import { addObserved, emptyTally, type Tally } from '../tally.ts'
import { type Setting, watchOf } from './setting.ts'
import type { Done, Note, Outcome, Task } from './task.ts'

/** What one thread needs for its tasks. */
export type Job = {
  readonly setting: Setting
  readonly watch: Watch
  readonly sieve: Sieve | undefined
}

/** Makes a thread ready. */
export function jobOf(setting: Setting): Job {
  const watch = watchOf(setting)
  return { setting, watch, sieve: makeSieve(watch) }
}

export type TaskOptions = ReadOptions & {
  /** Told how many bytes and lines more were read. */
  readonly progress?: (more: { readonly bytes: number; readonly lines: number }) => void
}

/** So many bytes are read before anything else has its turn. */
const turn = 4 * 1024 * 1024

/** Reads a log or a slice of one, and gives all that it shows. */
export async function runTask(task: Task, job: Job, options: TaskOptions = {}): Promise<Done> {
  const notes: Note[] = []
  for await (const outcome of readTask(task, job, options)) {
    if (outcome.kind === 'done') return { ...outcome.done, notes }
    notes.push(...outcome.notes)
  }
  return { tally: emptyTally(), notes }
}

/** The same, with notes told as they are made. */
export async function* readTask(
  task: Task,
  job: Job,
  options: TaskOptions = {},
): AsyncGenerator<Outcome, void> {
  const tally = emptyTally()
  let header: Header | undefined
  let bytesOfTurn = 0
  for await (const piece of piecesOf(task, job, options)) {
    if (piece.kind === 'ended') {
      ;({ header } = piece)
      continue
    }
    if (piece.kind !== 'observed') {
      yield { kind: 'notes', task, notes: [piece] }
      continue
    }
    const more = piece.consumed - tally.counts.bytes
    const notes = take(piece, tally, task, job)
    options.progress?.({ bytes: more, lines: piece.observed.lines })
    if (notes.length > 0) yield { kind: 'notes', task, notes }
    bytesOfTurn += more
    if (bytesOfTurn > turn) {
      bytesOfTurn = 0
      await setImmediate()
    }
  }
  yield { kind: 'done', task, done: { tally, notes: [], ...(header && { header }) } }
}

function piecesOf({ log, slice }: Task, { watch, sieve }: Job, options: ReadOptions) {
  return slice
    ? observeSlice(log, slice, watch, { ...options, sieve })
    : observeLog(log, watch, { ...options, sieve })
}

function take(
  { observed, consumed }: ObservedPiece,
  tally: Tally,
  { log }: Task,
  { setting: { sensor, unread } }: Job,
): readonly Note[] {
  addObserved(tally, observed, { file: log.name, sensor })
  tally.counts.bytes = consumed
  return inOrder(observed, log.name, unread === true)
}

/** What is to be said about lines, in their order however they were read. */
function inOrder(observed: Observed, file: string, unread: boolean): readonly Note[] {
  const said: (readonly [line: number, note: Note])[] = []
  if (observed.monthGuessed !== undefined) said.push([observed.monthGuessed, monthFirst(file)])
  if (unread) {
    for (const { line, reason } of observed.unread)
      said.push([line, { kind: 'unread', file, line, reason }])
  }
  for (const { answered, line, marks } of observed.matches) {
    if (answered) said.push([line, { kind: 'answered', file, line, text: marks[0]?.text ?? '' }])
  }
  return said.toSorted(([one], [other]) => one - other).map(([, note]) => note)
}

function monthFirst(name: string): ReadRemark {
  const message = `${name} writes dates like 7/8/2001: they were read month first, as the 8th of July`
  return remark('month-first', name, message)
}
