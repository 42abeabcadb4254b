import {
  type Address,
  type Families,
  type Instant,
  instantOfSeconds,
  isHostName,
  secondsOf,
  type Source,
} from '@redalert/core'
import { addressObjection, type Profile } from './ordinary.ts'
import type { RefusalReason } from './refusals.ts'

/** By what an arrival is verified. */
export type Verifying = {
  /** When it arrived: nothing in it may be later. */
  readonly now: Instant
  readonly profile: Profile
  /** By which marks are found, and of which coverage speaks; those that redalert knows, unless said otherwise. */
  readonly families?: Families
}

/** How wrong an honest clock may be. */
const clockSlackSeconds = 600

/** What is wrong with a source that is said to have sent a request at a time, if anything. */
export function sourceObjection(
  source: Source,
  at: Instant,
  { now, profile, own }: Verifying & { readonly own: ReadonlySet<string> },
): RefusalReason | undefined {
  if (at > latest(now)) return 'future'
  if (isHostName(source)) return 'name-source'
  if (own.has(source)) return 'own-address'
  return addressObjection(source satisfies Address, profile)
}

function latest(now: Instant): Instant {
  if (asked.now !== now) {
    asked = { now, latest: instantOfSeconds(secondsOf(now) + clockSlackSeconds) ?? now }
  }
  return asked.latest
}

/** The last answer: it is asked of every line of an arrival, and is the same for all. */
let asked: { readonly now?: Instant; readonly latest: Instant } = { latest: '' as Instant }
