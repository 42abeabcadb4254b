import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { linksIn, sayOn, tellingCollector } from './any-telling.ts'
import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import { madeLog } from '../exercise/made-log.ts'
import { sendMail } from './any-smtp.ts'

const mailbox = 'owner@example.org'

/** What a server logged an hour ago of two machines. */
function linesOf(desk: Desk): string {
  const hosts = [10, 11].map(last => ({ source: `192.0.2.${last}`, family: 'nimda' }))
  const at = instantOfSeconds(secondsOf(desk.now()) - 3600) as Instant
  return madeLog(hosts, at).join('\r\n')
}

type Desk = Awaited<ReturnType<typeof tellingCollector>>

/** Mail of alice, whose address is enrolled. */
const mailFrom = (desk: Desk, subject: string, body = '', id = subject) =>
  sendMail(
    desk.ports.smtp!,
    Buffer.from(
      `From: ${mailbox}\r\nTo: redalert@notices.example.org\r\nSubject: ${subject}\r\nMessage-ID: <${id}@example.org>\r\n\r\n${body}\r\n`,
    ),
    { from: mailbox, to: 'redalert@notices.example.org' },
  )
const isSummary = ({ head }: { readonly head: string }) => /^Subject: Of your /m.test(head)
const rounds = () => new Promise(resolve => setTimeout(resolve, 7000))

test('whoever asks gets one mail in seven days, when something changed, until they want no more', async () => {
  await using desk = await tellingCollector()
  const { all, reachedBy, putForward, here } = desk
  const summaries = async () => (await all()).filter(isSummary)
  equal((await desk.run('submitters', 'weekly', 'alice', 'on', '--mail', mailbox)).code, 0)
  await mailFrom(desk, 'APACHE', linesOf(desk))
  await desk.decided()
  const first = await reachedBy(isSummary)
  equal(first.to, mailbox)
  match(first.head, /^Subject: Of your 2 hosts, 0 owners told$/m)
  match(first.head, /^DKIM-Signature: /m)
  match(first.head, /^Auto-Submitted: auto-generated$/m)
  ok(!first.text.includes('192.0.2.'))

  await desk.tellOf('192.0.2.10')
  await reachedBy(({ to }) => to === 'abuse@one.example')
  putForward(6 * 24)
  await desk.decided()
  await rounds()
  equal((await summaries()).length, 1, 'not before seven days are over')
  putForward(25)
  await desk.decided()
  const second = await reachedBy(mail => mail !== first && isSummary(mail))
  match(second.head, /^Subject: Of your 2 hosts, 1 owner told/m)
  putForward(8 * 24)
  await desk.decided()
  await rounds()
  equal((await summaries()).length, 2, 'nothing changed')

  const page = here(linksIn(second, '/o/')[0] ?? '')
  match(await (await fetch(page)).text(), /No more of these mails/)
  equal(await sayOn(page, { 'List-Unsubscribe': 'One-Click' }), 303)
  match(await (await fetch(page)).text(), /You get none any more/)
  using ledger = desk.ledger()
  deepEqual(ledger.summaries.wished(), [])
})

test('a mail that says weekly asks for it, from an address that is proven and no other', async () => {
  await using desk = await tellingCollector()
  const wished = () => {
    using ledger = desk.ledger()
    return ledger.summaries.wished().map(each => [each.submitter, each.mailbox])
  }
  const raw = (from: string) =>
    Buffer.from(`From: ${from}\r\nTo: redalert@notices.example.org\r\nSubject: weekly\r\n\r\n\r\n`)
  const to = 'redalert@notices.example.org'
  equal(
    await sendMail(desk.ports.smtp!, raw('a@forged.example'), { from: 'a@forged.example', to }),
    250,
  )
  deepEqual(wished(), [])
  const byProgram = raw(mailbox)
    .toString()
    .replace('Subject:', 'Auto-Submitted: auto-replied\r\nSubject:')
  equal(await sendMail(desk.ports.smtp!, Buffer.from(byProgram), { from: mailbox, to }), 250)
  deepEqual(wished(), [], 'programs that answer each other ask for nothing')
  equal(await mailFrom(desk, 'weekly report', linesOf(desk)), 250)
  deepEqual(wished(), [], 'the whole subject must say it')
  equal(await mailFrom(desk, 'weekly'), 250)
  deepEqual(wished(), [['alice', mailbox]])
  equal(await mailFrom(desk, 'weekly off'), 250)
  deepEqual(wished(), [])
  equal(await mailFrom(desk, 'weekly'), 250)
  deepEqual(wished(), [], 'the same mail again is nothing new')
  equal(await sendMail(desk.ports.smtp!, raw('b@example.org'), { from: 'b@example.org', to }), 250)
  deepEqual(wished(), [['mailto:b@example.org', 'b@example.org']])
})

test('the operator turns it on for those whose address is proven, and off again', async () => {
  await using desk = await tellingCollector()
  const say = (...words: readonly string[]) => desk.run('submitters', 'weekly', ...words)
  match((await say('alice', 'on')).told, /--mail/)
  match((await say('alice', 'on', '--mail', 'x@example.org')).told, /is not enrolled/)
  match((await say('nobody', 'on', '--mail', mailbox)).told, /nobody/)
  equal((await say('alice', 'on', '--mail', mailbox)).code, 0)
  match((await desk.run('submitters', 'list')).out, /^alice .*weekly mail to owner@example\.org/m)
  equal((await say('alice', 'off')).code, 0)
  ok(!(await desk.run('submitters', 'list')).out.includes('weekly mail'))
  const added = await desk.run('submitters', 'add', 'bob', '--mail', 'bob@example.org', '--weekly')
  equal(added.code, 0)
  match((await desk.run('submitters', 'list')).out, /^bob .*weekly mail to bob@example\.org/m)
})
