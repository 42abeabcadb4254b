import { equal } from 'node:assert/strict'
import type { Source } from '@redalert/core'
import { at } from '../cases/book/any-event.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import { memoryCaseBook } from '../cases/book/memory-case-book.ts'
import type { CaseBook } from '../cases/book/case-book.ts'
import type { HostHappening } from '../cases/life/host-event.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { CaseHappening } from '../cases/thread/case-event.ts'
import { type Plan, plan, type PlanParts } from './plan.ts'
import type { Party, Route } from './route.ts'
import { standardPolicy } from './standard-policy.ts'

export const family = 'codered-x'
export const day = 24

/** A party whose mailbox is this. */
export function party(mailbox: string, more: Partial<Party> = {}): Party {
  return { mailbox, organisation: null, country: null, ...more }
}

export const route: Route = {
  country: 'NL',
  asn: 64500,
  owner: [party('abuse@owner.example.org'), party('noc@owner.example.org')],
  above: party('abuse@above.example.net'),
  team: party('cert@team.example.com'),
}

export const parts: PlanParts = {
  now: at(0),
  policy: { ...standardPolicy(), open_from: 0, open_until: 24, business_days: everyDay() },
  routeOf: () => route,
  never: () => undefined,
  underway: new Set(),
}

export function everyDay() {
  return ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as ReturnType<
    typeof standardPolicy
  >['business_days']
}

/** What happens to a host, one of many. */
export function host(hours: number, happening: HostHappening, number = 1): BookEvent {
  const source = `192.0.2.${number}` as Source
  return { of: 'host', event: { source, family, at: at(hours), ...happening } }
}

type Sight = { readonly last?: number; readonly may?: HostLife['may']; readonly number?: number }

/** It came in at one time, and was last seen in the logs at another. */
export function seen(
  came: number,
  { last = came, may = 'escalate', number = 1 }: Sight = {},
): BookEvent {
  const sight = { kind: 'seen' as const, first: at(0), last: at(last), grade: 'infected' as const }
  return host(came, { ...sight, may }, number)
}

export function told(
  hours: number,
  rung: 'owner' | 'above' | 'country' = 'owner',
  contact = 'abuse@owner.example.org',
): BookEvent[] {
  return [
    { of: 'case', event: { contact, at: at(hours), kind: 'opened', name: 'RA-2026-000001' } },
    {
      of: 'case',
      event: {
        contact,
        at: at(hours),
        kind: 'mailed',
        messageId: `<${contact}.${hours}@example.org>`,
        subject: 'a subject',
        rung,
        hosts: 1,
      },
    },
    host(hours, { kind: 'told', rung, contact }),
  ]
}

export function ofCase(
  hours: number,
  happening: CaseHappening,
  contact = 'abuse@owner.example.org',
): BookEvent {
  return { of: 'case', event: { contact, at: at(hours), ...happening } }
}

export function bookWith(events: readonly (BookEvent | readonly BookEvent[])[]): CaseBook {
  const book = memoryCaseBook()
  for (const some of events) book.append([some].flat())
  return book
}

/** What is planned at an hour, after all this. */
export function planAt(
  hours: number,
  events: readonly (BookEvent | readonly BookEvent[])[],
  more: Partial<PlanParts> = {},
): Plan {
  const book = bookWith(events)
  const before = [...book.events(0)].length
  const planned = plan(book, { ...parts, ...more, now: at(hours) })
  equal([...book.events(0)].length, before, 'a plan wrote something down')
  return planned
}

/** Each letter as one line: to whom, what, why a person decides. */
export function letters({ mails }: Plan): readonly string[] {
  return mails.map(({ contact, stage, person }) =>
    [contact, stage, ...(person ? [person] : [])].join(' '),
  )
}
