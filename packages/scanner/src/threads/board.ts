import type { Task } from './task.ts'

/** What the threads of a scan share: which task is next, who took which, how far the results were taken away. */
export type Board = { readonly memory: SharedArrayBuffer }

const places = { next: 0, merged: 1, stop: 2, counts: 4, owners: 8 }

/** How many tasks may be done before the first of them is taken away: what they hold lies in memory until then. */
const ahead = 32

/** Nobody's task; every thread has a number from 0 on, and this is one less than the first when one is added. */
const nobody = 0

export function newBoard(tasks: number): Board {
  return { memory: new SharedArrayBuffer((places.owners + tasks) * 4) }
}

/** Takes the next task for a thread; undefined when there is none, or too much waits to be taken away. */
export function nextTask(board: Board, tasks: readonly Task[], thread: number): number | undefined {
  const words = wordsOf(board)
  while (true) {
    if (Atomics.load(words, places.stop) !== 0) return undefined
    const next = Atomics.load(words, places.next)
    if (next >= tasks.length || next >= Atomics.load(words, places.merged) + ahead) return undefined
    if (Atomics.compareExchange(words, places.next, next, next + 1) !== next) continue
    if (tasks[next]?.here) continue
    Atomics.store(words, places.owners + next, thread + 1)
    return next
  }
}

/** Whether no task is left to be taken, now or later. */
export function isOver(board: Board, tasks: readonly Task[]): boolean {
  const words = wordsOf(board)
  return Atomics.load(words, places.stop) !== 0 || Atomics.load(words, places.next) >= tasks.length
}

/** Waits, without turning, until results were taken away. */
export function waitForMerged(board: Board): void {
  const words = wordsOf(board)
  Atomics.wait(words, places.merged, Atomics.load(words, places.merged), 100)
}

/** The thread that took a task. */
export function ownerOf(board: Board, task: number): number | undefined {
  const owner = Atomics.load(wordsOf(board), places.owners + task)
  return owner === nobody ? undefined : owner - 1
}

export function tellMerged(board: Board, tasks: number): void {
  const words = wordsOf(board)
  Atomics.store(words, places.merged, tasks)
  Atomics.notify(words, places.merged)
}

export function sayStop(board: Board): void {
  const words = wordsOf(board)
  Atomics.store(words, places.stop, 1)
  Atomics.notify(words, places.merged)
}

export function isStopped(board: Board): boolean {
  return Atomics.load(wordsOf(board), places.stop) !== 0
}

/** How much was read. */
export type Amount = { readonly bytes: number; readonly lines: number }

/** Adds what a thread has read to the whole, and tells that. */
export function progressOf(board: Board, more: Amount, tell?: (all: Amount) => void): void {
  const counts = new BigInt64Array(board.memory, places.counts * 4, 2)
  const bytes =
    Atomics.add(counts, 0, BigInt(Math.round(more.bytes))) + BigInt(Math.round(more.bytes))
  const lines = Atomics.add(counts, 1, BigInt(more.lines)) + BigInt(more.lines)
  tell?.({ bytes: Number(bytes), lines: Number(lines) })
}

function wordsOf({ memory }: Board): Int32Array {
  return new Int32Array(memory)
}
