import { setImmediate as idle } from 'node:timers/promises'

/** Time that passes only when everybody sleeps: a year runs in seconds. */
export type VirtualTime = {
  readonly now: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Runs something to its end, and lets time pass whenever it waits. */
  readonly run: <Value>(work: Promise<Value>) => Promise<Value>
  readonly pass: (milliseconds: number) => void
}

type Sleeper = { readonly at: number; readonly wake: () => void }

/** A clock that stands at a moment. */
export function virtualTime(start = Date.parse('2026-11-01T12:00:00Z')): VirtualTime {
  let time = start
  let sleepers: Sleeper[] = []
  return {
    now: () => time,
    pass(milliseconds) {
      time += milliseconds
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve, fail) => {
        const stop = () => fail(signal?.reason)
        const wake = () => {
          signal?.removeEventListener('abort', stop)
          resolve()
        }
        sleepers.push({ at: time + milliseconds, wake })
        signal?.addEventListener('abort', stop, { once: true })
      }),
    async run(work) {
      const state = { done: false }
      const finished = work.finally(() => {
        state.done = true
      })
      finished.catch(() => undefined)
      while (!state.done) {
        await idle()
        if (state.done || sleepers.length === 0) continue
        const next = Math.min(...sleepers.map(({ at }) => at))
        const due = sleepers.filter(({ at }) => at === next)
        sleepers = sleepers.filter(({ at }) => at !== next)
        time = Math.max(time, next)
        for (const { wake } of due) wake()
      }
      return await finished
    },
  }
}
