import type { Instant } from '@redalert/core'
import { after } from '../cases/after.ts'
import type { HostHappening } from '../cases/life/host-event.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import { lastTold } from '../cases/life/last-told.ts'
import type { LifeLimits } from '../cases/life/life-limits.ts'
import type { Silence } from '../estimates/fixed/judge-silence.ts'

/** What the silence of a host brings about; undefined: nothing yet. Only lines that came late take back what was said before. */
export function silenceEvent(
  host: HostLife,
  { verdict, chance }: Silence,
  { now, limits }: { readonly now: Instant; readonly limits: LifeLimits },
): HostHappening | undefined {
  const { state, silence, last } = host
  if (silence && last > silence.last && isLess(verdict, state)) return { kind: 'not-silent' }
  if (now < heededFrom(host, limits)) return undefined
  const known = chance === undefined ? {} : { chance }
  switch (verdict) {
    case 'active':
      return undefined
    case 'quiet':
      return { kind: 'gone-quiet', ...known }
    case 'fixed':
      return { kind: 'presumed-fixed', ...known }
    case 'unknowable':
      return { kind: 'out-of-sight', ...known }
  }
}

/** A machine may well be silent for a while, and nobody reads a letter at once. */
export function heededFrom(host: HostLife, { noticeHours, claimHours }: LifeLimits): Instant {
  const { state, since } = host
  if (state === 'claimed-cleaned' || state === 'claimed-patched') return after(since, claimHours)
  return state === 'told' ? after(lastTold(host) ?? since, noticeHours) : since
}

/** Whether a silence says less now than it said before. */
function isLess(verdict: Silence['verdict'], state: HostLife['state']): boolean {
  if (state === 'fixed') return verdict !== 'fixed'
  return verdict === 'active' || (verdict === 'unknowable' && state === 'quiet')
}
