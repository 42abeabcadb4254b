import { hostname } from 'node:os'
import type { Instant, Signature } from '@redalert/core'
import { takeIn } from '../submit/take-in.ts'
import { asides } from './asides.ts'
import type { Io } from './io.ts'
import { readContextOf, type ReadingOptions } from './read-context-of.ts'
import type { Stop } from './stop-on-signals.ts'

/** How logs are taken in for a submission. */
export type Taking = {
  readonly options: ReadingOptions & {
    readonly sensor: string | undefined
    readonly listens: readonly string[]
    readonly since: Instant | undefined
    readonly until: Instant | undefined
  }
  /** Families to look for besides those that are known. */
  readonly besides?: readonly Signature[]
  readonly stop: Stop
  readonly io: Io
}

/** Takes in the logs that are named, and tells the faults and remarks of reading them. */
export async function takeLogs(
  words: readonly string[],
  { options, besides = [], stop, io }: Taking,
) {
  const { tell, end } = asides(io)
  let faults = 0
  const told = await takeIn(words, {
    sensor: options.sensor ?? hostname(),
    context: readContextOf(options),
    since: options.since,
    until: options.until,
    listens: options.listens,
    besides,
    signal: stop.signal,
    folder: io.cwd(),
    stdin: io.stdin,
    tell(finding) {
      if (finding.kind === 'fault') faults++
      tell(finding)
    },
  })
  end()
  return { told, faults }
}
