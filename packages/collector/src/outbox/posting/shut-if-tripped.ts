import type { Instant } from '@redalert/core'
import { after } from '../../cases/after.ts'
import type { Letterbox } from '../../letterbox.ts'
import { breakers } from '../planning/breakers.ts'
import { breakerText } from '../planning/breaker-text.ts'
import type { OutboxLimits } from '../planning/schema.ts'

/** What the gate is shut by. */
export type Tripping = {
  readonly letterbox: Letterbox
  readonly limits: OutboxLimits
  readonly now: () => Instant
}

/** Shuts the gate when a breaker is open, and writes down why; only a person opens it again, which settles what was before. */
export function shutIfTripped({ letterbox, limits, now }: Tripping): boolean {
  const at = now()
  const gate = letterbox.gate()
  const since = gate?.state === 'open' ? gate.at : undefined
  const open = breakers(
    {
      now: at,
      history: letterbox.sent(after(at, -24 * 7)),
      wrong: letterbox.disputes(after(at, -24)),
      cases: letterbox.begun(after(at, -24)),
      ...(since !== undefined && { since }),
    },
    limits,
  )
  if (open.length === 0) return false
  letterbox.turnGate({
    state: 'shut',
    at,
    by: 'breakers',
    because: open.map(breakerText).join(' '),
  })
  return true
}
