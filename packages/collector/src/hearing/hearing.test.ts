import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Source } from '@redalert/core'
import { at } from '../cases/book/any-event.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { HostHappening } from '../cases/life/host-event.ts'
import { party, parts, route } from '../policy/any-policy.ts'
import { plan } from '../policy/plan.ts'
import { noWishes } from '../wishes/wishes.ts'
import {
  addressesOf,
  anyHearing,
  bounceOf,
  complaintOf,
  contact,
  draftOf,
  family,
  hosts,
  mailOf,
} from './any-hearing.ts'

const { bounces, answers } = addressesOf(1)
const [one, other] = hosts.map(({ source }) => source) as [Source, Source]

type Ear = ReturnType<typeof anyHearing>

/** Brings a mail as SMTP does. */
function bring({ hear }: Ear, body: Uint8Array, to: string, from = contact) {
  const came = {
    way: 'mail',
    shape: 'mail',
    hints: {},
    submitter: 'anonymous',
    proof: 'none',
  } as const
  return hear({ ...came, at: at(10), body, envelope: { from, to: [to] } })
}
const say = (ear: Ear, body: string, to: string = answers) => bring(ear, mailOf({ to, body }), to)
const stateOf = ({ book }: Ear) => book.case(contact)?.state
const hostStates = ({ book }: Ear) => [...book.hosts()].map(({ state }) => state)
const eventsIn = ({ book }: Ear) => [...book.events(0)].length
const waiting = ({ heard }: Ear) => [...heard.list({ all: false })]

test('a mailbox that is not there makes the case undeliverable, and the next candidate is due at once', async () => {
  const ear = anyHearing()
  const next = { ...route, owner: [party(contact), party('noc@desk.example.org')] }
  const due = () => plan(ear.book, { ...parts, now: at(12), routeOf: () => next }).mails
  deepEqual(due(), [])
  await bring(ear, bounceOf(bounces, '550 5.1.1 User unknown'), bounces, '')
  equal(stateOf(ear), 'undeliverable')
  deepEqual(
    due().map(mail => mail.contact),
    ['noc@desk.example.org'],
  )
  deepEqual(
    ear.letterbox.sent(at(0)).map(({ outcome }) => outcome),
    ['bounced'],
  )
  deepEqual(waiting(ear), [])
})

test('a mailbox that is full for now is a delay, and the case goes on', async () => {
  const ear = anyHearing()
  await bring(ear, bounceOf(bounces, '452 4.2.2 The mailbox is over quota'), bounces, '')
  equal(stateOf(ear), 'told')
  equal(ear.book.case(contact)?.delays.length, 1)
})

test('a server that refuses us by policy alarms the operator, and the contact lives on', async () => {
  const ear = anyHearing()
  await bring(ear, bounceOf(bounces, '554 5.7.1 Your message looks like spam'), bounces, '')
  equal(stateOf(ear), 'told')
  equal(ear.alarms.length, 1)
  match(ear.alarms[0] ?? '', /5\.7\.1 .*looks like spam/)
  deepEqual(
    waiting(ear).map(({ kind }) => kind),
    ['bounce'],
  )
})

test('the same mail again changes nothing, and alarms nobody twice', async () => {
  const ear = anyHearing()
  const mail = bounceOf(bounces, '554 5.7.1 Your message looks like spam')
  const first = await bring(ear, mail, bounces, '')
  const again = await bring(ear, mail, bounces, '')
  deepEqual([first?.isNew, again?.isNew], [true, false])
  equal(ear.alarms.length, 1)
  equal(waiting(ear).length, 1)
})

test("the number that a desk's program gave is kept", async () => {
  const ear = anyHearing()
  const head = 'Auto-Submitted: auto-replied'
  const subject = 'Re: [RA-2026-000001] 2 machines [Ticket#2026112510000012]'
  const body = 'We have received your mail.'
  await bring(ear, mailOf({ to: answers, subject, head, body }), answers)
  equal(ear.book.case(contact)?.ticket, '[Ticket#2026112510000012]')
  equal(stateOf(ear), 'told')
  deepEqual(waiting(ear), [])
})

test('a complaint that encloses our letter ends all mail to its contact', async () => {
  const ear = anyHearing()
  const mail = complaintOf('fbl@notices.example.org', `Return-Path: <${bounces}>`)
  await bring(ear, mail, 'fbl@notices.example.org', 'feedback@provider.example.net')
  equal(stateOf(ear), 'opted-out')
  deepEqual(
    ear.letterbox.sent(at(0)).map(({ outcome }) => outcome),
    ['complained'],
  )
})

test('a complaint that only names our Message-ID changes nothing, and a person sees it', async () => {
  const ear = anyHearing()
  const before = eventsIn(ear)
  const mail = complaintOf('fbl@notices.example.org', `Message-ID: ${draftOf().messageId}`)
  await bring(ear, mail, 'fbl@notices.example.org', 'feedback@provider.example.net')
  equal(eventsIn(ear), before)
  deepEqual(
    waiting(ear).map(each => [each.kind, each.isProven, each.contact]),
    [['complaint', false, contact]],
  )
})

for (const [said, states, inCase, opened] of [
  ['cleaned', ['claimed-cleaned', 'claimed-cleaned'], 'told', 0],
  ['gepatcht', ['claimed-patched', 'claimed-patched'], 'told', 0],
  [`cleaned ${one}`, ['claimed-cleaned', 'told'], 'told', 0],
  ['cleaned 198.51.100.7', ['told', 'told'], 'told', 1],
  ['stop', ['told', 'told'], 'opted-out', 0],
  ['not ours', ['disputed', 'disputed'], 'disputed', 1],
  [`not ours ${other}`, ['told', 'disputed'], 'told', 1],
  ['weekly', ['told', 'told'], 'told', 0],
  ['dynamic', ['told', 'told'], 'told', 0],
] as const) {
  test(`an owner who says ${JSON.stringify(said)} is understood`, async () => {
    const ear = anyHearing()
    await say(ear, said)
    deepEqual([hostStates(ear), stateOf(ear), waiting(ear).length], [states, inCase, opened])
  })
  test(`whoever says ${JSON.stringify(said)} without the address of the case changes nothing`, async () => {
    const ear = anyHearing()
    const before = eventsIn(ear)
    const head = `In-Reply-To: ${draftOf().messageId}`
    const to = 'redalert@example.org'
    const heard = await bring(ear, mailOf({ to, head, body: said }), to)
    ok(heard)
    equal(eventsIn(ear), before)
    deepEqual(
      waiting(ear).map(({ isProven }) => isProven),
      [false],
    )
  })
}

test('by mail an owner wishes the same as on the page, of their own addresses alone', async () => {
  for (const [said, wished, opened] of [
    ['wekelijks', { rhythm: 'weekly' }, 0],
    ['dynamic', { pool: { all: true, but: [] } }, 0],
    [`dynamic ${other}`, { pool: { all: false, but: [other] } }, 0],
    [`dynamic ${other} 198.51.100.7`, { pool: { all: false, but: [other] } }, 1],
    ['dynamic 198.51.100.7', {}, 1],
  ] as const) {
    const ear = anyHearing()
    await say(ear, said)
    deepEqual(ear.wishes.of(contact), { ...noWishes, ...wished }, said)
    equal(waiting(ear).length, opened, said)
  }
  const unproven = anyHearing()
  const to = 'redalert@example.org'
  const head = `In-Reply-To: ${draftOf().messageId}`
  await bring(unproven, mailOf({ to, head, body: 'weekly' }), to)
  deepEqual(unproven.wishes.of(contact), noWishes)
})

test('an address with another proof is none of ours, and its letter is not found', async () => {
  const ear = anyHearing()
  const forged = addressesOf(1, Buffer.from('a guessed key')).answers
  equal(ear.isAnswered(answers), true)
  equal(ear.isAnswered(forged), false)
  equal(await say(ear, 'stop', forged), undefined)
  equal(stateOf(ear), 'told')
})

test('a person who writes is left in peace for a fortnight, and their words wait for a person', async () => {
  const ear = anyHearing()
  await say(ear, 'Thank you, we will look into it tomorrow.')
  const known = ear.book.case(contact)
  deepEqual([known?.state, known?.until], ['waiting', at(10 + 14 * 24)])
  const [answer] = waiting(ear)
  equal(answer?.caseName, 'RA-2026-000001')
  equal(answer?.text, 'Thank you, we will look into it tomorrow.')
  match(Buffer.from(ear.heard.mail(answer?.number ?? 0) ?? []).toString(), /^From: abuse@desk/)
  equal(ear.heard.done(answer?.number ?? 0, []), true)
  equal(ear.heard.mail(answer?.number ?? 0), undefined)
  equal(ear.heard.done(answer?.number ?? 0, []), false)
})

test('a mail that takes too much to be read changes nothing, and a person looks at it', async () => {
  const ear = anyHearing({ listen: async () => undefined })
  const before = eventsIn(ear)
  await say(ear, 'stop')
  equal(eventsIn(ear), before)
  deepEqual(
    waiting(ear).map(each => [each.kind, each.isProven, each.contact, each.text]),
    [['unreadable', true, contact, 'reading it took too long, or too much memory']],
  )
})

test('how long a person who writes is left in peace is a matter of policy', async () => {
  const ear = anyHearing({ peaceDays: 3 })
  await say(ear, 'Thank you, we will look into it tomorrow.')
  equal(ear.book.case(contact)?.until, at(10 + 3 * 24))
})

test('a contact who was told in an earlier round is still heard about the machine', async () => {
  const ear = anyHearing()
  const of = (hours: number, happening: HostHappening): BookEvent => ({
    of: 'host',
    event: { source: one, family, at: at(hours), ...happening },
  })
  ear.book.append([
    of(3, { kind: 'claimed', what: 'cleaned' }),
    of(60, { kind: 'seen', first: at(0), last: at(60), grade: 'infected', may: 'assert' }),
    of(61, { kind: 'told', rung: 'owner', contact: 'other@desk.example.org' }),
  ])
  equal(ear.book.host(one, family)?.told.owner?.contact, 'other@desk.example.org')
  await say(ear, `patched ${one}`)
  equal(ear.book.host(one, family)?.state, 'claimed-patched')
})

test('what brings log lines, or names what we never gave, is taken in as usual', async () => {
  const ear = anyHearing()
  const to = 'redalert@example.org'
  for (const mail of [
    mailOf({ to, subject: 'APACHE', body: '192.0.2.9 - - ...' }),
    mailOf({ to, subject: '[RA-2026-999999] more', body: 'stop' }),
    mailOf({ to, head: 'In-Reply-To: <ra-1@notices.example.org>', body: 'stop' }),
    bounceOf(to, '550 5.1.1 User unknown'),
  ])
    equal(await bring(ear, mail, to, ''), undefined)
  deepEqual([...ear.heard.list({ all: true })], [])
})

test('what came by HTTP was brought by a program, and is nobody that answers', async () => {
  const ear = anyHearing()
  const body = mailOf({ to: answers, body: 'stop' })
  const came = { shape: 'mail', hints: {}, submitter: 'alice', proof: 'key' } as const
  equal(await ear.hear({ ...came, way: 'http', at: at(10), body }), undefined)
  equal((await ear.hear({ ...came, way: 'folder', at: at(10), body }))?.isNew, true)
  equal(ear.book.host(one, family)?.state, 'told')
  equal(stateOf(ear), 'opted-out')
})
