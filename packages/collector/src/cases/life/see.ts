import type { Instant } from '@redalert/core'
import { after } from '../after.ts'
import type { HostEvent } from './host-event.ts'
import type { HostLife, LifeState, May } from './host-life.ts'
import { lastTold } from './last-told.ts'
import type { LifeLimits } from './life-limits.ts'

type Seen = HostEvent & { readonly kind: 'seen' }

/** A host that nobody had told of. */
export function firstSeen({ source, family, at, first, last, grade, may }: Seen): HostLife {
  const state = believed(may)
  return {
    source,
    family,
    state,
    since: at,
    grade,
    may,
    first,
    last,
    told: {},
    round: 1,
    tenancy: 1,
  }
}

/** What becomes of a host of which more is known. What its log lines say counts, not when they came. */
export function see(before: HostLife, event: Seen, limits: LifeLimits): HostLife {
  const now = known(before, event)
  const { last } = now
  switch (before.state) {
    case 'suspected':
    case 'confirmed':
      return enter(now, believed(now.may), event.at)
    case 'expired': {
      const isFresh = last > before.last && last > after(event.at, -24 * limits.freshDays)
      return isFresh ? enter(now, believed(now.may), event.at) : now
    }
    case 'told': {
      const told = lastTold(now) ?? before.since
      return last > after(told, limits.noticeHours) ? enter(now, 'active-after-notice', last) : now
    }
    case 'quiet':
    case 'unknowable':
      return last > before.since ? enter(now, 'active-after-notice', last) : now
    case 'claimed-cleaned':
    case 'claimed-patched':
      return last > after(before.since, limits.claimHours) ? relapse(now) : now
    case 'fixed':
      if (last <= after(before.since, limits.claimHours)) return now
      return last > after(before.last, 24 * limits.tenancyDays)
        ? moveIn(now, before, event)
        : relapse(now)
    case 'active-after-notice':
    case 'relapsed':
    case 'disputed':
    case 'excluded':
      return now
  }
}

/** What is to be thought of a host that nobody was told of. */
export function believed(may: May): LifeState {
  return may === null ? 'suspected' : 'confirmed'
}

/** Changes the state; whoever is in it already stays so since then. */
export function enter(now: HostLife, state: LifeState, since: Instant): HostLife {
  if (state === now.state) return now
  const { silence, ...rest } = now
  return { ...rest, state, since, ...(silence && keepsSilence.has(state) && { silence }) }
}

/** A dispute, or whoever is not believed any more, breaks a silence off and does not end it. */
const keepsSilence: ReadonlySet<LifeState> = new Set([
  'quiet',
  'fixed',
  'unknowable',
  'disputed',
  'excluded',
])

function known(before: HostLife, { first, last, grade, may }: Seen): HostLife {
  return {
    ...before,
    grade,
    may,
    first: first < before.first ? first : before.first,
    last: last > before.last ? last : before.last,
  }
}

/** Its owner is told once more, as a reminder; then the others are again. */
function relapse(now: HostLife): HostLife {
  const { owner } = now.told
  const told = owner ? { owner: { ...owner, times: 1 } } : {}
  return { ...enter(now, 'relapsed', now.last), told, round: now.round + 1 }
}

/** Another machine, as far as anybody can know. */
function moveIn(now: HostLife, before: HostLife, { at, first }: Seen): HostLife {
  return {
    ...enter(now, believed(now.may), at),
    first: first > before.last ? first : now.last,
    told: {},
    round: 1,
    tenancy: now.tenancy + 1,
  }
}
