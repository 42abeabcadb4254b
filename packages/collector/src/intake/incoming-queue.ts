import type { Incoming } from './intake.ts'

/** Lets a server, which is called, be a way in, which yields. */
export type IncomingQueue = {
  readonly push: (incoming: Incoming) => void
  /** Yields what is pushed until the signal says stop; what was pushed before is yielded still. */
  readonly drain: (signal: AbortSignal) => AsyncGenerator<Incoming, void>
}

export function incomingQueue(): IncomingQueue {
  const waiting: Incoming[] = []
  let wake = (): void => undefined
  return {
    push(incoming) {
      waiting.push(incoming)
      wake()
    },
    async *drain(signal) {
      for (;;) {
        const next = waiting.shift()
        if (next) {
          yield next
          continue
        }
        if (signal.aborted) return
        await new Promise<void>(resolve => {
          wake = resolve
          signal.addEventListener('abort', () => resolve(), { once: true })
        })
      }
    },
  }
}
