import { after } from '../after.ts'
import type { HostEvent } from './host-event.ts'
import type { HostLife } from './host-life.ts'
import { lastTold } from './last-told.ts'
import type { LifeLimits } from './life-limits.ts'
import { believed, enter } from './see.ts'

type Restated = HostEvent & { readonly kind: 'restated' }

/** What a host is when some of what was known of it counts no more: what only that showed is not so any more. */
export function restate(before: HostLife, event: Restated, limits: LifeLimits): HostLife {
  const { at, first, last, grade, may } = event
  const now = { ...before, first, last, grade, may }
  switch (now.state) {
    case 'suspected':
    case 'confirmed':
      return enter(now, believed(may), at)
    case 'active-after-notice': {
      const told = lastTold(now)
      const goesOn = told === undefined || last > after(told, limits.noticeHours)
      return goesOn ? now : enter(now, 'told', told)
    }
    case 'told':
    case 'claimed-cleaned':
    case 'claimed-patched':
    case 'quiet':
    case 'fixed':
    case 'unknowable':
    case 'relapsed':
    case 'disputed':
    case 'excluded':
    case 'expired':
      return now
  }
}
