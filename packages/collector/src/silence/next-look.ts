import { type Instant, secondsOf } from '@redalert/core'
import { after } from '../cases/after.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { LifeLimits } from '../cases/life/life-limits.ts'
import type { Silence } from '../estimates/fixed/judge-silence.ts'
import { heededFrom } from './silence-event.ts'

const share = 0.1
const hours = { least: 6, most: 24 * 7 }

/**
 * When it is worth while to look at a silence again: after it grew by a tenth. Null: its length will change nothing any
 * more; whatever is seen or said of the host has it looked at anyway.
 */
export function nextLook(
  host: HostLife,
  { verdict }: Silence,
  {
    now,
    limits,
    mayBeFixed,
  }: { readonly now: Instant; readonly limits: LifeLimits; readonly mayBeFixed: boolean },
): Instant | null {
  const from = heededFrom(host, limits)
  if (now < from) return from
  if (verdict === 'fixed' || (verdict === 'quiet' && !mayBeFixed)) return null
  const silent = (secondsOf(now) - secondsOf(host.last)) / 3600
  return after(now, Math.min(Math.max(silent * share, hours.least), hours.most))
}
