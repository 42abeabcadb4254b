import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Source } from '@redalert/core'
import { at } from './cases/book/any-event.ts'
import { openLedger } from './ledger/open-ledger.ts'
import { standardLimits } from './outbox/planning/standard-limits.ts'
import { approveLetter } from './outbox/posting/approve-letter.ts'
import { everyDay, party, route } from './policy/any-policy.ts'
import { standardPolicy } from './policy/standard-policy.ts'
import { tick, type TickParts } from './tick.ts'

const live = { ...standardLimits(), mode: 'live' as const, first_approved: 0 }

/** A collector's second path over a ledger, at whatever hour. */
function running(more: Partial<TickParts> = {}) {
  const ledger = openLedger(':memory:')
  const { book, letterbox } = ledger
  let letters = 0
  const reported: unknown[] = []
  const see = (number: number, hours: number, last = hours) =>
    book.append([
      {
        of: 'host',
        event: {
          source: `192.0.2.${number}` as Source,
          family: 'nimda',
          at: at(hours),
          kind: 'seen',
          first: at(0),
          last: at(last),
          grade: 'infected',
          may: 'escalate',
        },
      },
    ])
  const run = (hours: number, rest: Partial<TickParts> = {}) =>
    tick({
      book,
      letterbox,
      policy: { ...standardPolicy(), open_from: 0, open_until: 24, business_days: everyDay() },
      limits: live,
      routeOf: source => ({
        ...route,
        owner: [party(`abuse@o${source.split('.').at(-1)}.example.org`)],
      }),
      never: () => undefined,
      now: () => at(hours),
      random: () => 0.5,
      isStopped: () => false,
      compose: async (mail, { caseName, thread }) => {
        letters++
        return {
          messageId: `<${letters}@notices.example.org>`,
          subject: thread[0]?.subject ?? `[${caseName}] ${mail.hosts.length}`,
          returnTo: `b-${letters}@bounces.example.org`,
          mail: Buffer.from(mail.stage),
          decidedBy: [],
        }
      },
      report: error => reported.push(error),
      ...more,
      ...rest,
    })
  const sendAll = (hours: number) => {
    for (const { id } of letterbox.due(at(hours), 99)) {
      letterbox.take(id, at(hours))
      letterbox.note(id, { kind: 'sent', at: at(hours) }, [])
    }
  }
  return { book, letterbox, see, run, sendAll, reported }
}

test('what is due is let go once, under a name of its own', async () => {
  const { letterbox, see, run } = running()
  see(1, 1)
  see(2, 1)
  equal((await run(3)).letGo, 2)
  equal((await run(4)).letGo, 0)
  const names = [...letterbox.letters({})].map(({ caseName }) => caseName).toSorted()
  deepEqual(names, ['RA-2025-000001', 'RA-2025-000002'])
})

test('a reminder stands in the thread of the first letter, with its subject', async () => {
  const { letterbox, see, run, sendAll, book } = running()
  see(1, 1)
  await run(3)
  sendAll(4)
  see(1, 24 * 5)
  equal((await run(24 * 6)).letGo, 1)
  const [first, second] = [...letterbox.letters({})]
  equal(second?.stage, 'reminder')
  equal(second.subject, first?.subject)
  equal(second.caseName, first?.caseName)
  equal(book.case('abuse@o1.example.org')?.mails.length, 2)
})

test('a fresh install shows what it would send, again and again the same, and tells nobody', async () => {
  const { letterbox, see, run, book } = running({ limits: standardLimits() })
  see(1, 1)
  for (const hours of [3, 4, 5]) equal((await run(hours)).shown, 1)
  const all = [...letterbox.letters({})]
  equal(all.length, 1)
  equal(all[0]?.because, 'dry-run')
  equal(book.host('192.0.2.1' as Source, 'nimda')?.state, 'confirmed')
})

test('what a person approved is told, and is not planned again', async () => {
  const { letterbox, see, run, book } = running({ limits: { ...live, first_approved: 25 } })
  see(1, 1)
  await run(3)
  const [letter] = [...letterbox.letters({})]
  equal(approveLetter({ book, letterbox }, letter!.id, at(5)), true)
  const next = await run(6)
  deepEqual([next.letGo, next.shown, next.waiting], [0, 0, []])
  equal(book.host('192.0.2.1' as Source, 'nimda')?.state, 'told')
})

test('a letter that cannot be made stops no other, and is made next time', async () => {
  let isBroken = true
  const { see, run, reported, letterbox } = running()
  see(1, 1)
  see(2, 1)
  const compose: TickParts['compose'] = async ({ contact }) => {
    if (isBroken && contact.includes('o1')) throw new Error('no evidence')
    return {
      messageId: `<${contact}>`,
      subject: 's',
      returnTo: 'b@example.org',
      mail: Buffer.from(''),
      decidedBy: [],
    }
  }
  equal((await run(3, { compose })).letGo, 1)
  match(String(reported[0]), /no evidence/)
  isBroken = false
  equal((await run(4, { compose })).letGo, 1)
  equal([...letterbox.letters({})].length, 2)
})

test('nothing is let go while everything is stopped', async () => {
  const { see, run } = running({ isStopped: () => true })
  see(1, 1)
  const { letGo, waiting } = await run(3)
  equal(letGo, 0)
  deepEqual(
    waiting.map(({ because }) => because),
    ['stopped'],
  )
})

test('two mailboxes of one organisation are not written to side by side', async () => {
  const { see, run, sendAll } = running({
    routeOf: source => ({
      ...route,
      owner: [party(`abuse@o${source.split('.').at(-1)}.example.org`, { organisation: 'ORG-1' })],
    }),
  })
  see(1, 1)
  equal((await run(3)).letGo, 1)
  sendAll(3)
  see(2, 30)
  const { waiting } = await run(40)
  deepEqual(
    waiting.map(({ because }) => because),
    ['organisation'],
  )
})

test('a dead mailbox gives way to the next, within the same tick that learns of it', async () => {
  const { see, run, sendAll, book, letterbox } = running({ routeOf: () => route })
  see(1, 1)
  await run(3)
  sendAll(3)
  const contact = 'abuse@owner.example.org'
  book.append([{ of: 'case', event: { contact, at: at(5), kind: 'bounced', how: 'hard' } }])
  equal((await run(6)).letGo, 1)
  ok([...letterbox.letters({})].some(letter => letter.contact === 'noc@owner.example.org'))
})

test('a letter that waits for a person keeps its number while nothing new is to be said', async () => {
  const { letterbox, see, run } = running()
  const asking = { limits: { ...live, mode: 'dry-run' as const } }
  see(1, 1)
  equal((await run(3, asking)).shown, 1)
  const [first] = [...letterbox.letters({})]
  equal((await run(4, asking)).shown, 1)
  deepEqual(
    [...letterbox.letters({})].map(({ id }) => id),
    [first?.id],
  )
  equal((await run(3 + 24, asking)).shown, 1)
  const [second] = [...letterbox.letters({})]
  ok(second && first && second.id > first.id, 'after a day it is made anew')
})

test('a letter is not made beside one that a person let go meanwhile', async () => {
  const { book, letterbox, see, run } = running()
  const asking = { limits: { ...live, mode: 'dry-run' as const } }
  see(1, 1)
  await run(3, asking)
  const [first] = [...letterbox.letters({})]
  ok(first)
  see(2, 4)
  const compose: TickParts['compose'] = async () => {
    approveLetter({ book, letterbox }, first.id, at(5))
    const made = { messageId: '<9@notices.example.org>', subject: 's', returnTo: 'b@example.org' }
    return { ...made, mail: Buffer.from('x'), decidedBy: [] }
  }
  const routeOf = () => ({ ...route, owner: [party('abuse@o1.example.org')] })
  await run(5, { compose, routeOf })
  deepEqual(
    [...letterbox.letters({})].map(({ state }) => state),
    ['queued'],
  )
})

test('a letter about what nobody believes any more is not let go', async () => {
  const { book, letterbox, see, run } = running()
  see(1, 1)
  await run(3, { limits: { ...live, mode: 'dry-run' } })
  const [letter] = [...letterbox.letters({})]
  ok(letter)
  const [host] = [...book.hosts()]
  ok(host)
  const { source, family, first, last, grade } = host
  const seen = { kind: 'seen', first, last, grade, may: null } as const
  book.append([{ of: 'host', event: { source, family, at: at(4), ...seen } }])
  equal(approveLetter({ book, letterbox }, letter.id, at(5)), false)
})

test('what takes something back goes before what tells more, and nothing else with it', async () => {
  const { book, letterbox, see, run } = running()
  see(1, 1)
  const [host] = [...book.hosts()]
  const contact = 'abuse@o1.example.org'
  const back = { contact, party: party(contact), rung: 'owner', stage: 'retraction' } as const
  const retractions = [{ ...back, hosts: [host!], since: at(2), person: null }]
  for (const hours of [3, 4])
    equal((await run(hours, { limits: standardLimits(), retractions })).shown, 1)
  deepEqual(
    [...letterbox.letters({})].map(({ stage }) => stage),
    ['retraction'],
  )
  equal((await run(5, { retractions })).letGo, 1)
  equal(book.host('192.0.2.1' as Source, 'nimda')?.state, 'confirmed')
})
