import {
  type EntryReading,
  hourOf,
  type Hour,
  type Instant,
  instantOfSeconds,
  secondsOf,
} from '@redalert/core'
import type { Observing, Watch } from './observe.ts'
import { type Sieve, stamps } from './sieve.ts'

const span = 600

/** The spans of ten minutes in which the sieve counts lines by itself, as core read the first line of each. */
export type TimeSpans = {
  /** Takes what core read in the first line of a span, whose time has its minutes at a place; gives the sieve's answer. */
  readonly take: (stamp: number, reading: EntryReading, minute: number) => number
  /** Tells of the lines that were counted, and forgets them. */
  readonly tell: (observed: Observing) => void
  /** The same of one span, whose place is to be used by another. */
  readonly tellOne: (stamp: number, observed: Observing) => void
  /** Forgets all spans. */
  readonly forget: () => void
}

export function timeSpans({ bytes, words }: Sieve, { since, until }: Watch): TimeSpans {
  const known: { readonly start: number; readonly hour: Hour }[] = []

  function take(stamp: number, { entry: { at, clock }, record }: EntryReading, minute: number) {
    const start = secondsOf(at) - (secondsOf(at) % span)
    const [opens, closes] = [instantOfSeconds(start), instantOfSeconds(start + span - 1)]
    if (!opens || !closes || clock !== 'known') return 3
    if (secondsOf(at) - start !== secondsOfSpan(record, minute)) return 3
    known[(stamp - stamps.start) / stamps.size] = { start, hour: hourOf(at) }
    words[(stamp + stamps.hour) >> 2] = Math.floor(start / 3600)
    words[(stamp + stamps.second) >> 2] = start
    bytes.write(opens.slice(0, stamps.textLength), stamp + stamps.text, 'latin1')
    if ((since && closes < since) || (until && opens >= until)) return 2
    return (since && opens < since) || (until && closes >= until) ? 3 : 1
  }

  function tellOne(stamp: number, observed: Observing): void {
    const word = stamp >> 2
    const count = words[word + 7] ?? 0
    const told = known[(stamp - stamps.start) / stamps.size]
    if (count === 0 || !told) return
    const { start, hour } = told
    observed.hours.set(hour, (observed.hours.get(hour) ?? 0) + count)
    noteTime(observed, instantOfSeconds(start + (words[word + 8] ?? 0)))
    noteTime(observed, instantOfSeconds(start + (words[word + 9] ?? 0)))
    words[word + 7] = 0
    words[word + 8] = span
    words[word + 9] = 0
  }

  function tell(observed: Observing): void {
    for (let index = 0; index < stamps.count; index++)
      tellOne(stamps.start + index * stamps.size, observed)
  }

  function forget(): void {
    bytes.fill(0, stamps.start, stamps.start + stamps.count * stamps.size)
  }

  return { take, tell, tellOne, forget }
}

/** The seconds that `16:08:55` lies behind its ten minutes; `minute` is the place of the 8. */
function secondsOfSpan(record: string, minute: number): number {
  return Number(record.charAt(minute)) * 60 + Number(record.slice(minute + 2, minute + 4))
}

function noteTime(observed: Observing, at: Instant | undefined): void {
  if (!at) return
  if (!observed.first || at < observed.first) observed.first = at
  if (!observed.last || at > observed.last) observed.last = at
}
