import { chanceFixed } from './chance-fixed.ts'
import type { ContactHistory, ContactModel } from './contact-model.ts'
import type { ExposureClock } from './exposure-clock.ts'

/**
 * What a host's silence says. `active`: too short to say anything; `quiet`: its address does not send any more, which
 * is not the same as a clean machine; `fixed`: clean, with at least {@link fixedFrom}; `unknowable`: whoever listens
 * would hear too little of it either way.
 */
export type Silence = {
  readonly verdict: 'active' | 'quiet' | 'fixed' | 'unknowable'
  /** That the machine behind the address is clean, if it is still the same one; undefined without a model. */
  readonly chance: number | undefined
}

/** What else is known of the host. */
export type SilentHost = {
  readonly history: ContactHistory
  /** In a pool, or behind an address that many share, a machine moves: only the whole pool can be clean. */
  readonly address: 'static' | 'shared'
  readonly isMemoryOnly: boolean
  /** What its owner says: a restart cleans a family that lives in memory, and only a patch keeps it out. */
  readonly claimed: 'cleaned' | 'patched' | undefined
}

/** From this probability on a host is called fixed. */
export const fixedFrom = 0.99
/** From this one on its owner may be asked. */
export const quietFrom = 0.9
const fewestPerWeek = 1

/** What the silence of one host says now, in days since 1970. */
export function judgeSilence(
  host: SilentHost,
  {
    model,
    clock,
    now,
  }: {
    readonly model: ContactModel | undefined
    readonly clock: ExposureClock
    readonly now: number
  },
): Silence {
  const { history, address, isMemoryOnly, claimed } = host
  if (!model) return { verdict: 'unknowable', chance: undefined }
  const chance = chanceFixed(model, clock, { history, now })
  if (expectedPerWeek(model, clock, { history, now }) < fewestPerWeek)
    return { verdict: 'unknowable', chance }
  if (chance < quietFrom) return { verdict: 'active', chance }
  const mayBeFixed = address === 'static' && (!isMemoryOnly || claimed === 'patched')
  return { verdict: chance >= fixedFrom && mayBeFixed ? 'fixed' : 'quiet', chance }
}

/** How often a machine like this one would be seen in a week, by those who listened since it was first seen. */
function expectedPerWeek(
  model: ContactModel,
  clock: ExposureClock,
  { history, now }: { readonly history: ContactHistory; readonly now: number },
): number {
  const { first, last, contacts } = history
  const rate = (model.shape + contacts - 1) / (model.scale + clock.at(last) - clock.at(first))
  const weeks = Math.max(now - first, 1) / 7
  return (rate * (clock.at(now) - clock.at(first))) / weeks
}
