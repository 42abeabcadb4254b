import type { Instant, Source } from '@redalert/core'
import { after } from '../cases/after.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { CaseBook } from '../cases/book/case-book.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import { rungs } from '../cases/life/rung.ts'
import type { Case } from '../cases/thread/case.ts'
import { inPool } from '../wishes/in-pool.ts'
import { noWishes, type Wishes } from '../wishes/wishes.ts'
import { dueTelling } from './due-telling.ts'
import { groups } from './groups.ts'
import { type OpenHours, openHours } from './open-hours.ts'
import type { PlannedMail } from './planned-mail.ts'
import type { Route } from './route.ts'
import { rulings } from './rulings.ts'
import type { Policy } from './schema.ts'
import { turn } from './turn.ts'

/** What planning depends on, beside the book. */
export type PlanParts = {
  readonly now: Instant
  readonly policy: Policy
  /** Who can be told of a source; undefined while nobody knows. */
  readonly routeOf: (source: Source) => Route | undefined
  readonly never: (mailbox: string) => string | undefined
  /** How a contact wishes to be written to. */
  readonly wishesOf?: (contact: string) => Wishes
  /** Contacts to whom a letter is on its way already. */
  readonly underway: ReadonlySet<string>
}

/** What is due. */
export type Plan = {
  /** What time alone brought about. */
  readonly events: readonly BookEvent[]
  /** At most one letter for each contact. */
  readonly mails: readonly PlannedMail[]
}

/** Finds what is due: whom to write to, and of which hosts. It changes nothing and sends nothing; whether a letter may leave, the outbox decides. */
export function plan(book: Pick<CaseBook, 'hosts' | 'cases' | 'case'>, parts: PlanParts): Plan {
  const { now, policy } = parts
  const wishesOf = parts.wishesOf ?? (() => noWishes)
  const rulingOf = rulings(policy)
  const stale = after(now, -24 * policy.fresh_days)
  const events: BookEvent[] = []
  const grouping = groups()
  const living = new Set<string>()
  for (const host of book.hosts()) {
    if (!isTold(host) && host.last <= stale) {
      if (host.state !== 'expired') events.push(expiry(host, now))
      continue
    }
    if (isLiving(host)) for (const rung of rungs) living.add(host.told[rung]?.contact ?? '')
    if (!mayBeDue.has(host.state)) continue
    const route = parts.routeOf(host.source)
    if (!route) continue
    const ruling = rulingOf({ source: host.source, country: route.country, asn: route.asn })
    const isPool = isInPool(host, wishesOf)
    const telling = { now, policy, ruling, isPool, caseOf: book.case, never: parts.never }
    const due = dueTelling(host, route, telling)
    if (due) grouping.add(host, due)
  }
  for (const known of book.cases()) {
    const kind = passing(known, living.has(known.contact), now)
    if (kind) events.push({ of: 'case', event: { contact: known.contact, at: now, kind } })
  }
  const open: OpenHours = openHours(now, policy)
  const mails: PlannedMail[] = []
  for (const group of grouping.all()) {
    if (parts.underway.has(group.contact)) continue
    const { contact } = group
    const parting = { known: book.case(contact), wishes: wishesOf(contact), now, policy, open }
    const mail = turn(group, parting)
    if (mail) mails.push(mail)
  }
  return { events, mails }
}

/** Whether somebody who was told of a host says that its address changes hands. */
function isInPool({ source, told }: HostLife, wishesOf: (contact: string) => Wishes): boolean {
  return rungs.some(rung => {
    const contact = told[rung]?.contact
    return contact !== undefined && inPool(wishesOf(contact), source)
  })
}

const mayBeDue: ReadonlySet<HostLife['state']> = new Set([
  'confirmed',
  'told',
  'active-after-notice',
  'relapsed',
  'unknowable',
])

/** Whether somebody who was told of a host may still hear more of it. */
function isLiving({ state }: HostLife): boolean {
  return mayBeDue.has(state) || state.startsWith('claimed') || state === 'disputed'
}

/** What becomes of a case when time passes: peace ends, and a case without hosts is closed until they come back. */
function passing(
  { state, until }: Case,
  isLiving: boolean,
  now: Instant,
): 'resumed' | 'closed' | 'reopened' | undefined {
  if (state === 'waiting') return until === undefined || until <= now ? 'resumed' : undefined
  if (state === 'told') return isLiving ? undefined : 'closed'
  return state === 'closed' && isLiving ? 'reopened' : undefined
}

function isTold({ state }: HostLife): boolean {
  return state !== 'suspected' && state !== 'confirmed' && state !== 'expired'
}

function expiry({ source, family }: HostLife, at: Instant): BookEvent {
  return { of: 'host', event: { source, family, at, kind: 'expired' } }
}
