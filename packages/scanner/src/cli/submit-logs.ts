import type { Run } from '../flags/invocation.ts'
import { makeFor } from '../submit/make-for.ts'
import { addressingOf } from './addressing-of.ts'
import type { Io } from './io.ts'
import { offer } from './offer.ts'
import { preparedOf } from './prepared-of.ts'
import { refuse } from './refuse.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { takeLogs } from './take-logs.ts'

/** `redalert submit`: tells a collector what logs show, after showing it to their owner; gives the exit code. */
export async function submitLogs({ options, words }: Run<'submit'>, io: Io): Promise<number> {
  const reading = await addressingOf(options, io)
  if ('wrong' in reading) return refuse(reading.wrong, io)
  const stop = stopOnSignals(io)
  const taken = await takeLogs(words, { options, stop, io })
  stop.end()
  if (stop.code() !== undefined) return stop.code() ?? 2
  if ('wrong' in taken.told) return refuse(taken.told.wrong, io)
  const prepared = preparedOf(taken.told, options, io)
  const ready = prepared.flatMap(each => makeFor(each, reading.addressing))
  const code = await offer(ready, prepared, { options, words, io })
  return taken.faults > 0 ? 2 : code
}
