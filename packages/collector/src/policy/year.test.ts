import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { secondsOf, type Source } from '@redalert/core'
import { at } from '../cases/book/any-event.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import { memoryCaseBook } from '../cases/book/memory-case-book.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import { type Rung, rungs } from '../cases/life/rung.ts'
import { parts, party, route } from './any-policy.ts'
import { lifeLimitsOf } from './life-limits-of.ts'
import { plan } from './plan.ts'
import { standardPolicy } from './standard-policy.ts'

const hosts = 120
const contacts = 30
const everyHours = 4
const yearHours = 24 * 365

/** A stream of numbers from 0 on, below 1, that a seed decides (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Sent = {
  readonly at: string
  readonly contact: string
  readonly hosts: readonly HostLife[]
  readonly rung: Rung
}

/** A year in which hosts are seen, fall silent and come back, and owners claim, dispute, bounce, ask for time and opt out. */
function year(seed: number) {
  const random = numbers(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const book = memoryCaseBook(lifeLimitsOf(standardPolicy()))
  const mays = Array.from({ length: hosts }, () =>
    pick(['ask', 'assert', 'escalate', 'escalate'] as const),
  )
  const sent: Sent[] = []
  const left = new Map<string, string>()
  const routeOf = (source: Source) => {
    const number = Number(source.split('.')[3]) % contacts
    return {
      ...route,
      country: pick(['NL']),
      owner: [
        party(`abuse@o${number}.example.org`, { country: number % 2 ? 'NL' : 'JP' }),
        party(`noc@o${number}.example.org`, { country: 'US' }),
      ],
      above: party(`abuse@above${number % 4}.example.net`),
    }
  }
  const policy = {
    ...standardPolicy(),
    approve_above: random() < 0.5,
    escalate_opted_out: random() < 0.5,
  }
  for (let hours = 0; hours < yearHours; hours += everyHours) {
    const now = at(hours)
    const events: BookEvent[] = []
    for (let each = 0; each < 6; each++) {
      const number = Math.floor(random() * hosts)
      const of = { source: `192.0.2.${number}` as Source, family: 'nimda', at: now }
      const known = book.host(of.source, of.family)
      const contact = known && rungs.map(rung => known.told[rung]?.contact).find(Boolean)
      const chance = random()
      // Most are awake in some months and not in others.
      if (chance < 0.7 && (number * 7 + Math.floor(hours / 720)) % 3 > 0) {
        const delay = random() < 0.2 ? 24 * 40 * random() : 2 * random()
        const last = at(Math.max(0, Math.floor(hours - delay)))
        const sight = { first: last, last, grade: 'infected' as const }
        events.push({
          of: 'host',
          event: { ...of, kind: 'seen', ...sight, may: random() < 0.1 ? null : mays[number]! },
        })
      } else if (chance < 0.74)
        events.push({
          of: 'host',
          event: { ...of, kind: 'claimed', what: pick(['cleaned', 'patched'] as const) },
        })
      else if (chance < 0.78)
        events.push({
          of: 'host',
          event: { ...of, kind: pick(['gone-quiet', 'presumed-fixed'] as const) },
        })
      else if (chance < 0.785) events.push({ of: 'host', event: { ...of, kind: 'disputed' } })
      else if (chance < 0.8)
        events.push({
          of: 'host',
          event: { ...of, kind: 'dispute-settled', evidence: pick(['stands', 'falls'] as const) },
        })
      else if (chance < 0.802)
        events.push({ of: 'host', event: { ...of, kind: 'excluded', because: 'never' } })
      else if (contact !== undefined && chance < 0.83) {
        const happening = pick([
          { kind: 'bounced', how: 'hard' },
          { kind: 'bounced', how: 'soft' },
          { kind: 'reached' },
          { kind: 'paused', until: at(hours + 24 * 14) },
          ...(random() < 0.1 ? [{ kind: 'opted-out' as const }] : []),
        ] as const)
        events.push({ of: 'case', event: { contact, at: now, ...happening } })
        if (happening.kind === 'opted-out' && book.case(contact) && !left.has(contact))
          left.set(contact, now)
      }
    }
    book.append(events)
    const { events: passed, mails } = plan(book, { ...parts, policy, now, routeOf })
    book.append(passed)
    for (const mail of mails) {
      // A person lets go on most days what they must see.
      if (mail.person !== null && random() < 0.5) continue
      sent.push({ at: now, contact: mail.contact, hosts: mail.hosts, rung: mail.rung })
      const messageId = `<${sent.length}@example.org>`
      const mailed = {
        contact: mail.contact,
        at: now,
        kind: 'mailed' as const,
        messageId,
        subject: 's',
        rung: mail.rung,
      }
      book.append([
        {
          of: 'case',
          event: { contact: mail.contact, at: now, kind: 'opened', name: 'RA-2026-000001' },
        },
        { of: 'case', event: { ...mailed, hosts: mail.hosts.length } },
        ...mail.hosts.map(({ source, family }) => ({
          of: 'host' as const,
          event: {
            source,
            family,
            at: now,
            kind: 'told' as const,
            rung: mail.rung,
            contact: mail.contact,
          },
        })),
      ])
    }
  }
  return { book, sent, left, policy }
}

for (const seed of [1, 2, 3]) {
  test(`a simulated year (${seed}): nobody is written to too often, and whoever opted out never again`, () => {
    const { book, sent, left, policy } = year(seed)
    ok(sent.length > 100, `only ${sent.length} letters in a year`)
    ok(
      rungs.every(rung => sent.some(mail => mail.rung === rung)),
      'some rung was never reached',
    )
    ok(left.size > 0, 'nobody opted out')

    for (const [contact, since] of left)
      deepEqual(
        sent.filter(mail => mail.contact === contact && mail.at > since),
        [],
      )

    for (const [contact, mails] of Map.groupBy(sent, mail => mail.contact)) {
      const least = contact.startsWith('cert@') ? policy.cert_hours : policy.more_hours
      mails.forEach((mail, index) => {
        const before = mails[index - 1]
        ok(!before || secondsOf(mail.at as never) - secondsOf(before.at as never) >= least * 3600)
      })
    }

    const tellings = sent.flatMap(({ contact, rung, hosts: some }) =>
      some.map(({ source, round, tenancy }) => ({
        contact,
        rung,
        key: `${source} ${tenancy} ${round}`,
      })),
    )
    const byParty = Map.groupBy(tellings, ({ contact, rung, key }) => `${key} ${rung} ${contact}`)
    for (const [key, all] of byParty)
      ok(all.length <= (key.includes(' owner ') ? 2 : 1), `${key} was told ${all.length} times`)

    for (const { hosts: some, at: when } of sent)
      for (const { last } of some)
        ok(secondsOf(when as never) - secondsOf(last) < 30 * 86_400, 'stale')

    const again = memoryCaseBook()
    again.append(JSON.parse(JSON.stringify([...book.events(0)])) as BookEvent[])
    deepEqual([...again.hosts()], [...book.hosts()])
    deepEqual([...again.cases()], [...book.cases()])
    equal([...again.events(0)].length, [...book.events(0)].length)
  })
}
