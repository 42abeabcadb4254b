import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instantOfSeconds, secondsOf, type Source } from '@redalert/core'
import { at } from '../../cases/book/any-event.ts'
import { memoryCaseBook } from '../../cases/book/memory-case-book.ts'
import type { HostLife } from '../../cases/life/host-life.ts'
import { mailboxKey } from '../../cases/thread/mailbox-key.ts'
import { parts as planParts, party, route } from '../../policy/any-policy.ts'
import { plan } from '../../policy/plan.ts'
import type { PlannedMail } from '../../policy/planned-mail.ts'
import { dayFigures } from './day-figures.ts'
import { ration, type RationParts } from './ration.ts'
import type { SentMail } from '../../sent-mail.ts'
import { sentEvents } from './sent-events.ts'
import { standardLimits } from './standard-limits.ts'

const live = { ...standardLimits(), mode: 'live' as const, first_approved: 0 }
const parts: RationParts = {
  now: at(0),
  limits: live,
  history: [],
  days: [],
  isStopped: false,
  threadOf: () => undefined,
  random: () => 0.5,
}

function mailTo(mailbox: string, organisation: string | null = null): PlannedMail {
  const to = party(mailbox, { organisation })
  const contact = mailboxKey(mailbox)
  return {
    contact,
    party: to,
    rung: 'owner',
    stage: 'first',
    hosts: [],
    since: at(0),
    person: null,
  }
}

function sent(contact: string, hours: number, more: Partial<SentMail> = {}): SentMail {
  return { at: at(hours), contact, organisation: null, ...more }
}

function outcome(mails: readonly PlannedMail[], more: Partial<RationParts> = {}) {
  const { go, ask, wait } = ration(mails, { ...parts, ...more })
  return [
    ...go.map(({ contact }) => `${contact} goes`),
    ...ask.map(({ mail, because }) => `${mail.contact} is shown: ${because}`),
    ...wait.map(({ mail, because }) => `${mail.contact} waits: ${because}`),
  ]
}

const one = 'abuse@example.org'

test('on a fresh install nothing leaves', () => {
  deepEqual(outcome([mailTo(one)], { limits: standardLimits() }), [`${one} is shown: dry-run`])
})

test('of what leaves first a person sees 25', () => {
  const limits = { ...standardLimits(), mode: 'live' as const }
  const mails = [mailTo(one)]
  deepEqual(outcome(mails, { limits }), [`${one} is shown: first`])
  const days = (count: number) => [{ day: '2020-01-01', sent: count, bounced: 0, complained: 0 }]
  deepEqual(outcome(mails, { limits, days: days(24) }), [`${one} is shown: first`])
  deepEqual(outcome(mails, { limits, days: days(25) }), [`${one} goes`])
})

test('the kill switch stops all', () => {
  deepEqual(outcome([mailTo(one)], { isStopped: true }), [`${one} waits: stopped`])
})

test('a mailbox gets one letter a day and three a week', () => {
  const history = [sent(one, 0), sent(one, 24), sent(one, 48)]
  const now = (hours: number) => ({
    now: at(hours),
    history: history.filter(mail => mail.at < at(hours)),
  })
  deepEqual(outcome([mailTo(one)], now(23)), [`${one} waits: address`])
  deepEqual(outcome([mailTo(one)], now(24)), [`${one} goes`])
  deepEqual(outcome([mailTo(one)], now(100)), [`${one} waits: address`])
  deepEqual(outcome([mailTo(one)], now(24 * 7)), [`${one} goes`])
})

test('an organisation has one thread', () => {
  const mails = [mailTo('a@example.org', 'ORG-1'), mailTo('b@example.org', 'ORG-1')]
  const first = outcome(mails)
  equal(first.filter(line => line.endsWith(' goes')).length, 1)
  equal(first.filter(line => line.endsWith('waits: organisation')).length, 1)
  const threadOf = () => 'a@example.org'
  deepEqual(outcome(mails, { threadOf }), [
    'a@example.org goes',
    'b@example.org waits: organisation',
  ])
})

test('a letter that a person must see stays so when everything else is free', () => {
  deepEqual(outcome([{ ...mailTo(one), person: 'place' }]), [`${one} is shown: place`])
})

test('an attacker whose 10,000 ranges name one mailbox makes us write there once a day', () => {
  const spellings = ['victim@example.org', 'Victim@Example.ORG', 'VICTIM+net@example.org']
  const book = memoryCaseBook()
  for (let range = 0; range < 10_000; range++) {
    const source = `10.${range >> 8}.${range & 255}.1` as Source
    const sight = { first: at(0), last: at(1), grade: 'infected', may: 'escalate' } as const
    book.append([
      { of: 'host', event: { source, family: 'nimda', at: at(1), kind: 'seen', ...sight } },
    ])
  }
  const routeOf = (source: Source) => {
    const number = Number(source.split('.')[2])
    const mailbox = spellings[number % spellings.length]!.replace('net', `net${number}`)
    return { ...route, owner: [party(mailbox, { organisation: `ORG-${number}` })] }
  }
  const history: SentMail[] = []
  for (let hours = 2; hours < 24 * 8; hours += 6) {
    const now = at(hours)
    const { mails } = plan(book, {
      ...planParts,
      policy: { ...planParts.policy, more_hours: 0 },
      now,
      routeOf,
    })
    for (const mail of ration(mails, { ...parts, now, history, days: dayFigures(history) }).go) {
      history.push({ at: now, contact: mail.contact, organisation: null })
      book.append(
        sentEvents(mail, {
          at: now,
          messageId: `<${hours}@example.org>`,
          subject: 's',
          caseName: 'RA-2026-000001',
        }),
      )
    }
  }
  ok(history.length >= 1, 'nothing was written at all')
  deepEqual([...new Set(history.map(({ contact }) => contact))], ['victim@example.org'])
  history.forEach((mail, index) => {
    const before = history[index - 1]
    ok(!before || secondsOf(mail.at) - secondsOf(before.at) >= 86_400)
  })
  equal([...book.cases()].length, 1)
})

test('whatever is due and whenever, no limit is ever passed, and no letter is lost', () => {
  const anyRound = fc.record({
    minutes: fc.integer({ min: 1, max: 900 }),
    mails: fc.array(
      fc.record({
        local: fc.integer({ min: 0, max: 40 }),
        domain: fc.constantFrom('example.org', 'example.net'),
        organisation: fc.option(fc.constantFrom('ORG-1', 'ORG-2'), { freq: 4 }),
      }),
      { maxLength: 60 },
    ),
  })
  fc.assert(
    fc.property(fc.array(anyRound, { minLength: 1, maxLength: 40 }), fc.nat(), (rounds, seed) => {
      const history: SentMail[] = []
      let seconds = secondsOf(at(0))
      let state = seed
      const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
      for (const { minutes, mails } of rounds) {
        seconds += minutes * 60
        const now = instantOfSeconds(seconds) as Instant
        const due = new Map(
          mails.map(({ local, domain, organisation }) => {
            const mail = mailTo(`desk${local}@${domain}`, organisation)
            return [mail.contact, mail]
          }),
        )
        const { go, ask, wait } = ration([...due.values()], {
          ...parts,
          now,
          random,
          history,
          days: dayFigures(history),
          limits: { ...live, start_hour: 30, most_hour: 60 },
        })
        equal(go.length + ask.length + wait.length, due.size)
        for (const { contact } of go) history.push({ at: now, contact, organisation: null })
      }
      within(history, ({ contact }) => contact, 86_400, live.address_day)
      within(history, ({ contact }) => contact, 7 * 86_400, live.address_week)
      within(history, ({ contact }) => contact.split('@')[1]!, 3600, live.domain_hour)
      within(history, () => 'all', 3600, 60)
    }),
  )
})

/** Asserts that in no span of so many seconds more than so many letters of a kind left. */
function within(
  history: readonly SentMail[],
  kindOf: (mail: SentMail) => string,
  span: number,
  most: number,
): void {
  const kinds = Map.groupBy(history, kindOf)
  for (const mails of kinds.values()) {
    const times = mails.map(mail => secondsOf(mail.at))
    for (let index = most; index < times.length; index++)
      ok(times[index]! - times[index - most]! >= span, 'a limit was passed')
  }
}

test('in which order letters leave is left to chance', () => {
  const mails = Array.from({ length: 8 }, (_, index) =>
    mailTo(`desk${index}@d${index}.example.org`),
  )
  const limits = { ...live, start_hour: 1 }
  const firsts = [0.01, 0.3, 0.6, 0.99].map(
    number => ration(mails, { ...parts, limits, random: () => number }).go[0]?.contact,
  )
  ok(new Set(firsts).size > 1)
})

test('hosts are told when the letter is let go, and the case is opened with it', () => {
  const host = { source: '192.0.2.7' as Source, family: 'nimda' } as HostLife
  const letting = {
    at: at(3),
    messageId: '<1@example.org>',
    subject: 'a subject',
    caseName: 'RA-2026-000001',
  }
  const book = memoryCaseBook()
  const sight = { first: at(0), last: at(1), grade: 'infected', may: 'assert' } as const
  book.append([{ of: 'host', event: { ...host, at: at(1), kind: 'seen', ...sight } }])
  book.append(sentEvents({ ...mailTo(one), hosts: [host] }, letting))
  equal(book.host(host.source, host.family)?.state, 'told')
  deepEqual(book.case(one)?.mails, [
    { at: at(3), messageId: '<1@example.org>', subject: 'a subject', rung: 'owner', hosts: 1 },
  ])
})
