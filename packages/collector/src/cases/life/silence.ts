import type { HostEvent } from './host-event.ts'
import type { HostLife, LifeState } from './host-life.ts'
import type { LifeLimits } from './life-limits.ts'
import { enter, see } from './see.ts'

type Fallen = HostEvent & { readonly kind: 'gone-quiet' | 'presumed-fixed' | 'out-of-sight' }

const fallen = {
  'gone-quiet': 'quiet',
  'presumed-fixed': 'fixed',
  'out-of-sight': 'unknowable',
} as const satisfies Record<Fallen['kind'], LifeState>

const open: readonly LifeState[] = ['told', 'active-after-notice', 'relapsed']

/** From where a silence leads where. Whoever claims something is not quiet but believed for now; only clean ends that. */
const from: Readonly<Record<Fallen['kind'], ReadonlySet<LifeState>>> = {
  'gone-quiet': new Set([...open, 'unknowable']),
  'out-of-sight': new Set(open),
  'presumed-fixed': new Set([...open, 'unknowable', 'quiet', 'claimed-cleaned', 'claimed-patched']),
}

/** What a host is whose silence was judged. What it was before is kept, for late lines may show that it was not silent. */
export function fallSilent(now: HostLife, { kind, at, chance }: Fallen): HostLife {
  if (!from[kind].has(now.state) || now.last > at) return now
  const { before, since } = now.silence ?? { before: now.state, since: now.since }
  const silence = { before, since, last: now.last, chance: chance ?? null }
  return { ...enter(now, fallen[kind], at), silence }
}

/** What a host is whose silence was none: what it was before, and what it was seen doing since then. */
export function wake(now: HostLife, { at }: HostEvent, limits: LifeLimits): HostLife {
  const { silence, first, last, grade, may, source, family } = now
  const isSilent = Object.values<LifeState>(fallen).includes(now.state)
  if (!silence || !isSilent || last <= silence.last) return now
  const before = enter(now, silence.before, silence.since)
  return see(before, { source, family, at, kind: 'seen', first, last, grade, may }, limits)
}
