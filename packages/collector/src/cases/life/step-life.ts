import { after } from '../after.ts'
import type { HostEvent } from './host-event.ts'
import type { Exclusion, HostLife } from './host-life.ts'
import type { LifeLimits } from './life-limits.ts'
import { restate } from './restate.ts'
import { believed, enter, firstSeen, see } from './see.ts'
import { fallSilent, wake } from './silence.ts'

/** What a host becomes when something happens to it; undefined is one that nobody told of, which it stays until it is seen. */
export function stepLife(
  now: HostLife | undefined,
  event: HostEvent,
  limits: LifeLimits,
): HostLife | undefined {
  if (event.kind === 'seen') return now ? see(now, event, limits) : firstSeen(event)
  if (!now) return undefined
  switch (event.kind) {
    case 'restated':
      return restate(now, event, limits)
    case 'untold':
      return event.left
    case 'told':
      return tell(now, event)
    case 'claimed':
      return claim(now, event)
    case 'gone-quiet':
    case 'presumed-fixed':
    case 'out-of-sight':
      return fallSilent(now, event)
    case 'not-silent':
      return wake(now, event, limits)
    case 'disputed':
      if (now.state === 'excluded' || now.state === 'disputed') return now
      return { ...enter(now, 'disputed', event.at), before: now.state }
    case 'dispute-settled':
      return settle(now, event)
    case 'excluded':
      return exclude(now, event.because, event)
    case 'readmitted':
      if (now.state !== 'excluded') return now
      return { ...without(enter(now, believed(now.may), event.at)), told: {}, round: 1 }
    case 'reinstated':
      if (now.state !== 'excluded' || now.because !== 'withdrawn') return now
      return enter(without(now), now.before ?? believed(now.may), event.at)
    case 'expired': {
      const isOld = now.last <= after(event.at, -24 * limits.freshDays)
      const isUntold = now.state === 'suspected' || now.state === 'confirmed'
      return isOld && isUntold ? enter(now, 'expired', event.at) : now
    }
  }
}

/** A letter that went out went out, whatever happened meanwhile. */
function tell(
  now: HostLife,
  { at, rung, contact }: HostEvent & { readonly kind: 'told' },
): HostLife {
  const known = now.told[rung]
  if (known && known.at >= at) return now
  const isSame = known?.contact === contact
  const times = isSame ? known.times + 1 : 1
  const before = isSame || !known ? (known?.before ?? []) : [...known.before, known.contact]
  const told = { ...now.told, [rung]: { at, contact, times, before } }
  switch (now.state) {
    case 'suspected':
    case 'confirmed':
    case 'told':
    case 'active-after-notice':
    case 'relapsed':
    case 'expired':
    case 'unknowable':
      return { ...enter(now, 'told', at), since: at, told }
    case 'claimed-cleaned':
    case 'claimed-patched':
    case 'quiet':
    case 'fixed':
    case 'disputed':
    case 'excluded':
      return { ...now, told }
  }
}

/** Whoever patched also cleaned; the other way round is not so. */
function claim(now: HostLife, { at, what }: HostEvent & { readonly kind: 'claimed' }): HostLife {
  switch (now.state) {
    case 'confirmed':
    case 'told':
    case 'active-after-notice':
    case 'quiet':
    case 'unknowable':
    case 'relapsed':
      return enter(now, `claimed-${what}`, at)
    case 'claimed-cleaned':
      return what === 'patched' ? enter(now, 'claimed-patched', at) : now
    case 'suspected':
    case 'claimed-patched':
    case 'fixed':
    case 'disputed':
    case 'excluded':
    case 'expired':
      return now
  }
}

function settle(now: HostLife, event: HostEvent & { readonly kind: 'dispute-settled' }): HostLife {
  if (now.state !== 'disputed') return now
  if (event.evidence === 'falls') return exclude(now, 'wrong', event)
  return enter(without(now), now.before ?? believed(now.may), event.at)
}

function exclude(now: HostLife, because: Exclusion, { at }: HostEvent): HostLife {
  if (now.state === 'excluded') return now
  const before = because === 'withdrawn' ? { before: now.before ?? now.state } : {}
  return { ...without(enter(now, 'excluded', at)), because, ...before }
}

/** What a dispute or an exclusion left behind is over. */
function without({ before: _before, because: _because, ...now }: HostLife): HostLife {
  return now
}
