import { Worker } from 'node:worker_threads'
import {
  type Amount,
  type Board,
  newBoard,
  nextTask,
  ownerOf,
  progressOf,
  sayStop,
  tellMerged,
} from './board.ts'
import type { Job } from './run-task.ts'
import { readTask, runTask } from './run-task.ts'
import type { Done, Outcome, Task } from './task.ts'
import { type FromWorker, type ToWorker, workerUrl } from './worker.ts'

export type CrewOptions = {
  /** How many threads read, this one included. */
  readonly threads: number
  readonly signal?: AbortSignal
  /** Told all that any thread has read, now and then. */
  readonly progress?: (all: Amount) => void
  /** Gives a task what is known now that all before it are done. */
  readonly begin?: (task: Task) => Task
}

/** What comes of tasks; or the first one that nobody began, after the scan was stopped. */
export type CrewOutcome = Outcome | { readonly kind: 'left'; readonly task: Task }

/**
 * Has tasks done by several threads, this one too, and gives what came of them in their order. Of the task that is next,
 * when this thread does it, notes are told as they are made. No thread runs far ahead of what was taken away; what a worker
 * that dies leaves behind is done here.
 */
export async function* runTasks(
  tasks: readonly Task[],
  job: Job,
  { threads, signal, progress, begin = task => task }: CrewOptions,
): AsyncGenerator<CrewOutcome, void> {
  const board = newBoard(tasks.length)
  const results = new Map<number, Done>()
  const shared = tasks.map(task => !task.here)
  let wake: () => void = () => undefined
  const stop = () => sayStop(board)
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()

  function take(index: number, done: Done): void {
    results.set(index, done)
    wake()
  }

  const workers = Array.from(
    { length: Math.min(threads, shared.filter(Boolean).length) - 1 },
    (_, at) => hire({ board, tasks, setting: job.setting, id: at + 1 }, take, () => wake()),
  )
  try {
    for (const [index, task] of tasks.entries()) {
      while (!results.has(index)) {
        if (signal?.aborted && !isBegun(board, index)) {
          yield { kind: 'left', task }
          return
        }
        const mine = task.here ? undefined : nextTask(board, tasks, 0)
        const at = task.here || isLost(board, index, workers) ? index : mine
        if (at === undefined) {
          const changed = new Promise<void>(resolve => (wake = resolve))
          if (!results.has(index) && !isLost(board, index, workers)) await changed
          continue
        }
        const reading = {
          ...(signal && { signal }),
          progress: (more: Amount) => progressOf(board, more, progress),
        }
        if (at === index) {
          for await (const outcome of readTask(begin(task), job, reading)) {
            if (outcome.kind === 'done') take(at, outcome.done)
            else yield outcome
          }
        } else take(at, await runTask(tasks[at] ?? task, job, reading))
      }
      const done = results.get(index)
      results.delete(index)
      tellMerged(board, index + 1)
      progressOf(board, { bytes: 0, lines: 0 }, progress)
      if (done) yield { kind: 'done', task, done }
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
    await Promise.all(workers.map(({ worker }) => worker.terminate()))
  }
}

type Hired = { readonly id: number; readonly worker: Worker; gone: boolean }

function hire(order: ToWorker, take: (index: number, done: Done) => void, wake: () => void): Hired {
  const worker = new Worker(workerUrl, { workerData: order })
  const hired: Hired = { id: order.id, worker, gone: false }
  const leave = () => {
    hired.gone = true
    wake()
  }
  worker.on('message', ({ index, done }: FromWorker) => take(index, done))
  worker.on('error', leave)
  worker.on('exit', leave)
  return hired
}

/** Whether a task was begun by a thread that is no more. */
function isLost(board: Board, index: number, workers: readonly Hired[]): boolean {
  const owner = ownerOf(board, index)
  return workers.some(({ id, gone }) => id === owner && gone)
}

function isBegun(board: Board, index: number): boolean {
  return ownerOf(board, index) !== undefined
}
