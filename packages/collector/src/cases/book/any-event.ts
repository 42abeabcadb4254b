import fc from 'fast-check'
import { type Instant, instantOfSeconds, type Source } from '@redalert/core'
import type { HostEvent, HostHappening } from '../life/host-event.ts'
import { rungs } from '../life/rung.ts'
import type { CaseEvent, CaseHappening } from '../thread/case-event.ts'
import type { BookEvent } from './book-event.ts'

const start = 1_760_000_000

/** The moment so many hours after the beginning of the tests' time. */
export function at(hours: number): Instant {
  return instantOfSeconds(start + hours * 3600) as Instant
}

export const anyMoment: fc.Arbitrary<Instant> = fc.integer({ min: 0, max: 24 * 120 }).map(at)

export const anySeen = fc
  .record({
    times: fc.tuple(anyMoment, anyMoment).map(pair => pair.toSorted()),
    grade: fc.constantFrom('infected' as const, 'likely' as const, 'probe' as const),
    may: fc.constantFrom('ask' as const, 'assert' as const, 'escalate' as const, null),
  })
  .map(({ times, grade, may }) => {
    const [first, last] = times as [Instant, Instant]
    return { kind: 'seen' as const, first, last, grade, may }
  })

export const contacts = ['abuse@example.org', 'abuse@example.net', 'cert@example.com'] as const
const anyContact = fc.constantFrom(...contacts)

export const anyHostHappening: fc.Arbitrary<HostHappening> = fc.oneof(
  { weight: 4, arbitrary: anySeen },
  anySeen.map(seen => ({ ...seen, kind: 'restated' as const })),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('told' as const),
      rung: fc.constantFrom(...rungs),
      contact: anyContact,
    }),
  },
  fc.record({
    kind: fc.constant('claimed' as const),
    what: fc.constantFrom('cleaned' as const, 'patched' as const),
  }),
  fc.record({
    kind: fc.constantFrom(
      'gone-quiet' as const,
      'presumed-fixed' as const,
      'out-of-sight' as const,
    ),
    chance: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    kind: fc.constantFrom(
      'not-silent' as const,
      'disputed' as const,
      'expired' as const,
      'readmitted' as const,
      'reinstated' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('dispute-settled' as const),
    evidence: fc.constantFrom('stands' as const, 'falls' as const),
  }),
  fc.record({
    kind: fc.constant('excluded' as const),
    because: fc.constantFrom(
      'never' as const,
      'not-theirs' as const,
      'wrong' as const,
      'withdrawn' as const,
    ),
  }),
)

export const anyHostEvent: fc.Arbitrary<HostEvent> = fc
  .record({
    source: fc.constantFrom('192.0.2.7' as Source, '2001:db8::7' as Source),
    family: fc.constantFrom('codered-x', 'nimda'),
    at: anyMoment,
    happening: anyHostHappening,
  })
  .map(({ happening, ...of }) => ({ ...of, ...happening }))

export const anyCaseHappening: fc.Arbitrary<CaseHappening> = fc.oneof(
  fc.record({ kind: fc.constant('opened' as const), name: fc.constant('RA-2026-000001') }),
  fc.record({
    kind: fc.constant('mailed' as const),
    messageId: fc.constantFrom('<1@example.org>', '<2@example.org>', '<3@example.org>'),
    subject: fc.constant('a subject'),
    rung: fc.constantFrom(...rungs),
    hosts: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    kind: fc.constant('unmailed' as const),
    messageId: fc.constantFrom('<1@example.org>', '<2@example.org>'),
  }),
  fc.record({ kind: fc.constant('paused' as const), until: anyMoment }),
  fc.record({
    kind: fc.constantFrom(
      'resumed' as const,
      'reached' as const,
      'opted-out' as const,
      'case-disputed' as const,
      'closed' as const,
      'reopened' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('bounced' as const),
    how: fc.constantFrom('hard' as const, 'soft' as const, 'policy' as const),
  }),
  fc.record({ kind: fc.constant('ticketed' as const), ticket: fc.constantFrom('#1', '#2') }),
)

export const anyCaseEvent: fc.Arbitrary<CaseEvent> = fc
  .record({ contact: anyContact, at: anyMoment, happening: anyCaseHappening })
  .map(({ happening, ...of }) => ({ ...of, ...happening }))

export const anyBookEvent: fc.Arbitrary<BookEvent> = fc.oneof(
  anyHostEvent.map(event => ({ of: 'host' as const, event })),
  anyCaseEvent.map(event => ({ of: 'case' as const, event })),
)
