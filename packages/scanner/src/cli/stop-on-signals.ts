import { constants } from 'node:os'
import type { Io } from './io.ts'

/** How a person stops a scan. */
export type Stop = {
  readonly signal: AbortSignal
  /** The exit code of a program that the signal ended; undefined when there was none. */
  readonly code: () => number | undefined
  /** Listens no more. */
  readonly end: () => void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The first signal asks for what was found so far; the second one ends the program at once. */
export function stopOnSignals(io: Io): Stop {
  const controller = new AbortController()
  let code: number | undefined
  const stop = (name: (typeof signals)[number]) => {
    code ??= 128 + constants.signals[name]
    controller.abort()
  }
  for (const name of signals) io.once(name, stop)
  return {
    signal: controller.signal,
    code: () => code,
    end: () => signals.forEach(name => io.off(name, stop)),
  }
}
