import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, instantOfSeconds, type Source } from '@redalert/core'
import { inPool } from './in-pool.ts'
import { stepWishes } from './step-wishes.ts'
import { rhythms, type Wish, type Wished, wishedForms } from './wish.ts'
import { noWishes, type Wishes } from './wishes.ts'

const contact = 'abuse@example.org'
const sources = ['192.0.2.1', '192.0.2.2', '2001:db8::1'] as readonly string[] as readonly Source[]
const [one, other] = sources as [Source, Source]
const mailboxes = ['noc@example.org', 'noc@example.net']
const ids = ['<1@example.org>', '<2@example.org>']

function at(hours: number): Instant {
  return instantOfSeconds(1_760_000_000 + hours * 3600) as Instant
}

function after(...said: readonly (Wished & { readonly hours?: number })[]): Wishes {
  return said
    .map(({ hours, ...wished }, index): Wish => ({ contact, at: at(hours ?? index), ...wished }))
    .reduce(stepWishes, noWishes)
}

const anyWished: fc.Arbitrary<Wished> = fc.oneof(
  fc.record({ kind: fc.constant('form' as const), form: fc.constantFrom(...wishedForms) }),
  fc.record({ kind: fc.constant('rhythm' as const), rhythm: fc.constantFrom(...rhythms) }),
  fc.record({
    kind: fc.constantFrom('pool' as const, 'no-pool' as const),
    sources: fc.subarray([...sources]),
  }),
  fc.record({
    kind: fc.constantFrom('mailbox' as const, 'mailbox-refused' as const),
    mailbox: fc.constantFrom(...mailboxes),
  }),
  fc.record({
    kind: fc.constantFrom(
      'mailbox-written' as const,
      'mailbox-confirmed' as const,
      'feed-written' as const,
    ),
    messageId: fc.constantFrom(...ids),
  }),
  fc.record({
    kind: fc.constantFrom(
      'usual-mailbox' as const,
      'feed' as const,
      'no-feed' as const,
      'left-alone' as const,
    ),
  }),
)

test('whatever is said twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.array(anyWished, { maxLength: 20 }), anyWished, (said, last) => {
      const once = stepWishes(after(...said), { contact, at: at(99), ...last })
      deepEqual(stepWishes(once, { contact, at: at(99), ...last }), once)
    }),
  )
})

test('no letters go anywhere else unless the mail that asked for it last was confirmed', () => {
  fc.assert(
    fc.property(fc.array(anyWished, { maxLength: 30 }), said => {
      let proven: string | undefined
      let asked: { mailbox: string; messageId: string | undefined } | undefined
      for (const each of said) {
        if (each.kind === 'mailbox') asked = { mailbox: each.mailbox, messageId: undefined }
        if (each.kind === 'mailbox-written' && asked) asked.messageId = each.messageId
        if (each.kind === 'mailbox-confirmed' && asked && asked.messageId === each.messageId)
          [proven, asked] = [asked.mailbox, undefined]
        if (each.kind === 'mailbox-refused') {
          if (asked?.mailbox === each.mailbox) asked = undefined
          if (proven === each.mailbox) proven = undefined
        }
        if (each.kind === 'usual-mailbox') [proven, asked] = [undefined, undefined]
      }
      equal(after(...said).mailbox, proven)
    }),
  )
})

test('a pool is what was said last of each address, and of all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ isPool: fc.boolean(), named: fc.subarray([...sources]) }), {
        maxLength: 12,
      }),
      said => {
        const wishes = after(
          ...said.map(({ isPool, named }) => ({
            kind: isPool ? ('pool' as const) : ('no-pool' as const),
            sources: named,
          })),
        )
        for (const source of sources) {
          const last = said.findLast(({ named }) => named.length === 0 || named.includes(source))
          equal(inPool(wishes, source), last?.isPool ?? false)
        }
      },
    ),
  )
  const all = after({ kind: 'pool', sources: [] }, { kind: 'no-pool', sources: [one] })
  deepEqual([inPool(all, one), inPool(all, other)], [false, true])
})

test('keys to a list count from when they were first asked for, and none of before it was closed', () => {
  const open = after({ kind: 'feed' }, { kind: 'feed-written', messageId: '<1@example.org>' })
  deepEqual(open.feed, { since: at(0), isDue: false })
  const again = stepWishes(open, { contact, at: at(5), kind: 'feed' })
  deepEqual(again.feed, { since: at(0), isDue: true })
  const closed = stepWishes(again, { contact, at: at(6), kind: 'no-feed' })
  equal(closed.feed, undefined)
  equal(stepWishes(closed, { contact, at: at(7), kind: 'feed' }).feed?.since, at(7))
})

test('the mails of seven days are remembered, and no others', () => {
  const id = '<1@example.org>'
  const wishes = after(
    { kind: 'feed', hours: 0 },
    { kind: 'feed-written', messageId: id, hours: 1 },
    { kind: 'feed-written', messageId: id, hours: 100 },
    { kind: 'feed-written', messageId: id, hours: 24 * 7 + 1 },
  )
  deepEqual(wishes.written, [at(100), at(24 * 7 + 1)])
})
