import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { type Board, isOver, isStopped, nextTask, progressOf, waitForMerged } from './board.ts'
import { jobOf, runTask } from './run-task.ts'
import type { Setting } from './setting.ts'
import type { Done, Task } from './task.ts'

/** What a worker is given. */
export type ToWorker = {
  readonly board: Board
  readonly tasks: readonly Task[]
  readonly setting: Setting
  /** Its number; the main thread is 0. */
  readonly id: number
}

/** What it sends for each task. */
export type FromWorker = { readonly index: number; readonly done: Done }

/** This very file, which begins to work when a thread starts with it: in the one-file program, which then loads this part. */
export const workerUrl = new URL(import.meta.url)

/** Does tasks until there are none left. */
async function work({ board, tasks, setting, id }: ToWorker): Promise<void> {
  const job = jobOf(setting)
  const stop = new AbortController()
  while (!isOver(board, tasks)) {
    const index = nextTask(board, tasks, id)
    const task = index === undefined ? undefined : tasks[index]
    if (index === undefined || !task) {
      waitForMerged(board)
      continue
    }
    const done = await runTask(task, job, {
      signal: stop.signal,
      progress: more => {
        progressOf(board, more)
        if (isStopped(board)) stop.abort()
      },
    })
    const sent: FromWorker = { index, done }
    parentPort?.postMessage(sent)
  }
}

if (!isMainThread && isOrder(workerData)) void work(workerData)

function isOrder(given: unknown): given is ToWorker {
  return typeof given === 'object' && given !== null && 'board' in given && 'setting' in given
}
