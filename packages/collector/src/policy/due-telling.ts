import type { Instant } from '@redalert/core'
import { after } from '../cases/after.ts'
import type { HostLife, May } from '../cases/life/host-life.ts'
import { type Rung, rungs } from '../cases/life/rung.ts'
import type { Case } from '../cases/thread/case.ts'
import { mailboxKey } from '../cases/thread/mailbox-key.ts'
import type { Party, Route } from './route.ts'
import type { Ruling } from './rulings.ts'
import type { Policy } from './schema.ts'

/** Somebody is to be told of a host, since a moment. */
export type DueTelling = {
  readonly rung: Rung
  readonly kind: 'notice' | 'reminder'
  readonly party: Party
  readonly contact: string
  readonly since: Instant
  /** Why a person decides, if one does. */
  readonly person: PersonReason | null
}

/** Why a person decides: the place, or a host that relapses again and again; or others would be told that the address of a pool goes on. */
export type PersonReason = 'place' | 'rounds' | 'pool' | 'above' | 'country'

/** What the decision depends on. */
export type Telling = {
  readonly now: Instant
  readonly policy: Policy
  readonly ruling: Ruling
  /** Whether the address changes hands: then it may go on although each machine was cleaned. */
  readonly isPool?: boolean
  readonly caseOf: (contact: string) => Case | undefined
  /** Why a mailbox is never written to: it is a registry's own, or nobody's; undefined when it may be. */
  readonly never: (mailbox: string) => string | undefined
}

const ladders: Readonly<Record<Ruling, readonly Rung[]>> = {
  tell: rungs,
  hold: rungs,
  upstream: ['above', 'country'],
  'via-cert': ['country'],
  never: [],
}

/**
 * Who is to be told of a host now, if anybody: the owner once; once more when it goes on; then another party. No party is
 * told what may not be said to it, and nobody what is stale.
 */
export function dueTelling(host: HostLife, route: Route, telling: Telling): DueTelling | undefined {
  const { now, policy, ruling } = telling
  if (host.last <= after(now, -24 * policy.fresh_days)) return undefined
  const ladder = ladders[ruling]
  const step = nextStep(host, ladder, telling)
  if (!step || step.since > now) return undefined
  for (const rung of ladder.slice(ladder.indexOf(step.rung))) {
    if (!suffices(host.may, rung === 'owner' ? step.kind : 'escalation')) return undefined
    const found = partyAt(rung, route, { ...telling, told: host.told[rung] })
    if (found === 'opted-out' && !policy.escalate_opted_out) return undefined
    if (found === undefined || found === 'opted-out') continue
    const kind = found.contact === host.told[rung]?.contact ? step.kind : 'notice'
    return {
      rung,
      kind,
      since: step.since,
      ...found,
      person: personFor(rung, host, route, telling),
    }
  }
  return undefined
}

type Step = { readonly rung: Rung; readonly kind: 'notice' | 'reminder'; readonly since: Instant }

/** Where on the ladder a host stands, and when its turn comes. */
function nextStep(
  host: HostLife,
  ladder: readonly Rung[],
  { policy, caseOf }: Telling,
): Step | undefined {
  const { state, told, since, last } = host
  const isWaiting = state === 'confirmed' || state === 'relapsed'
  const rung = ladder.findLast(each => told[each])
  const [first] = ladder
  if (first === undefined) return undefined
  if (rung === undefined) return isWaiting ? { rung: first, kind: 'notice', since } : undefined
  const { at, times, contact } = told[rung] ?? { at: since, times: 0, contact: '' }
  const known = caseOf(contact)
  const above = ladder[ladder.indexOf(rung) + 1]
  // Of a host of which nothing can be known the next one is told still, when a mailbox turns out to be dead.
  const isOpen = isWaiting || ['told', 'active-after-notice', 'unknowable'].includes(state)
  if (known?.state === 'undeliverable' && isOpen)
    return { rung, kind: 'notice', since: known.since }
  if (rung === 'owner' && times === 1) {
    if (state === 'relapsed') return { rung, kind: 'reminder', since: last }
    if (state !== 'active-after-notice') return undefined
    return { rung, kind: 'reminder', since: after(at, 24 * policy.remind_days) }
  }
  if (state !== 'active-after-notice' || above === undefined) return undefined
  const days = rung === 'owner' ? policy.above_days - policy.remind_days : policy.country_days
  return { rung: above, kind: 'notice', since: after(at, 24 * days) }
}

function suffices(may: May, act: 'notice' | 'reminder' | 'escalation'): boolean {
  switch (act) {
    case 'notice':
      return may !== null
    case 'reminder':
      return may === 'assert' || may === 'escalate'
    case 'escalation':
      return may === 'escalate'
  }
}

type Found = { readonly party: Party; readonly contact: string }

/** The one to tell at a rung: who was told before, else the best to whom mail arrives and who was not. */
function partyAt(
  rung: Rung,
  { owner, above, team }: Route,
  { caseOf, never, told }: Telling & { readonly told: HostLife['told'][Rung] },
): Found | 'opted-out' | undefined {
  const others = { above, country: team }
  const candidates = (rung === 'owner' ? owner : [others[rung]])
    .filter(party => party !== null)
    .map(party => ({ party, contact: mailboxKey(party.mailbox) }))
  const isKnown = ({ contact }: Found) => contact === told?.contact
  for (const found of told
    ? candidates.toSorted((one, other) => Number(isKnown(other)) - Number(isKnown(one)))
    : candidates) {
    const { party, contact } = found
    if (never(party.mailbox) !== undefined || told?.before.includes(contact)) continue
    const state = caseOf(contact)?.state
    if (state === 'undeliverable') continue
    return state === 'opted-out' ? 'opted-out' : found
  }
  return undefined
}

function personFor(
  rung: Rung,
  host: HostLife,
  route: Route,
  { policy, ruling, isPool }: Telling,
): PersonReason | null {
  if (ruling === 'hold' || route.hold !== undefined) return 'place'
  if (host.round > policy.rounds) return 'rounds'
  if (rung !== 'owner' && isPool === true) return 'pool'
  if (rung === 'above' && policy.approve_above) return 'above'
  return rung === 'country' && policy.approve_country ? 'country' : null
}
