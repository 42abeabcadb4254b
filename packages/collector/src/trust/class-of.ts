import { type Instant, secondsOf } from '@redalert/core'
import type { Submitter } from './submitter.ts'
import type { TrustClass } from './trust-class.ts'
import type { TrustPolicy } from './trust-policy.ts'

/** How far a submitter is believed by what they are and by how many of their hosts others bore out, up to now. */
export function classOf(
  { kind, vetted, since }: Submitter,
  { borneOut, now }: { readonly borneOut: number; readonly now: Instant },
  { history }: Pick<TrustPolicy, 'history'>,
): TrustClass {
  if (kind === 'own' || kind === 'anonymous') return kind
  if (vetted) return 'vetted'
  const days = (secondsOf(now) - secondsOf(since)) / 86_400
  return days >= history.days && borneOut >= history.hosts ? 'established' : 'new'
}
