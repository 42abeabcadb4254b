import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { linksIn, owner, sayOn, tellingCollector } from './any-telling.ts'

const other = 'noc@two.example'

test('letters go to another mailbox once it has confirmed, in the form and as seldom as they wish, and speak of the pool', async () => {
  await using desk = await tellingCollector()
  const { here, reachedBy, all, putForward, tellOf } = desk
  const wishes = () => {
    using ledger = desk.ledger()
    return ledger.wishes.of(owner)
  }
  await tellOf('192.0.2.10')
  const first = await reachedBy(({ to }) => to === owner)
  ok(!first.text.includes('pool'))
  const [link = ''] = linksIn(first, '/o/')
  const page = here(link)
  equal(await sayOn(page, { say: 'settings', form: 'text', rhythm: 'weekly' }), 303)
  equal(await sayOn(page, { say: 'dynamic' }), 303)
  equal(await sayOn(page, { say: 'mailbox', mailbox: 'no address' }), 422)
  equal(await sayOn(page, { say: 'mailbox', mailbox: other }), 303)
  deepEqual(
    [wishes().form, wishes().rhythm, wishes().pool, wishes().mailbox],
    ['text', 'weekly', { all: true, but: [] }, undefined],
  )

  const asks = await reachedBy(({ to }) => to === other)
  match(
    asks.head,
    /^Subject: \[RA-\d{4}-000001\] Shall letters about infected machines come to you\?$/m,
  )
  match(asks.head, /^DKIM-Signature: /m)
  match(asks.head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m)
  ok(!asks.text.includes('192.0.2.10') && !asks.text.includes(owner))
  const [confirmLink = ''] = linksIn(asks, '/o/')
  const confirm = here(confirmLink)
  for (let times = 0; times < 2; times++) {
    const shown = await (await fetch(confirm)).text()
    match(shown, /Nothing changes unless you confirm/)
    ok(!shown.includes('192.0.2.10'))
  }
  equal(wishes().mailbox, undefined)
  // What the page of a letter says is not for whoever was only asked.
  equal(await sayOn(confirm, { say: 'cleaned' }), 303)
  equal(await sayOn(confirm, { say: 'mailbox', mailbox: 'third@three.example' }), 303)
  deepEqual([wishes().mailbox, wishes().asked?.mailbox], [undefined, other])
  equal(await sayOn(confirm, { say: 'confirm' }), 303)
  equal(wishes().mailbox, other)
  match(await (await fetch(confirm)).text(), /come here from now on/)

  putForward(4 * 24)
  await tellOf('192.0.2.11')
  const before = (await all()).length
  putForward(4)
  await desk.decided()
  equal((await all()).length, before, 'three days were over, and not seven')
  putForward(3 * 24)
  await tellOf('192.0.2.12')
  const next = await reachedBy(({ to, text }) => to === other && text.includes('192.0.2.11'))
  match(next.head, /^Content-Type: text\/plain/m)
  match(next.text, /192\.0\.2\.12/)
  match(next.text, /these addresses are a\s+pool/)
  match(next.head, /^Subject: .*RA-\d{4}-000001/m)
  equal((await all()).filter(({ to }) => to === owner).length, 1)
  const [ofNext = ''] = linksIn(next, '/o/')
  match(
    await (await fetch(here(ofNext))).text(),
    /192\.0\.2\.10[\s\S]*in a pool of dynamic addresses/,
  )
  equal(await sayOn(page, { say: 'usual-mailbox' }), 303)
  equal(wishes().mailbox, undefined)
  const keys = (await all()).flatMap(mail => linksIn(mail, '/o/')).map(each => each.slice(-48))
  deepEqual(
    desk.logged.filter(line => keys.some(key => line.includes(key)) || line.includes(other)),
    [],
  )
})

test('who was named and wants none is asked no more, and so is nobody when mail to them comes back', async () => {
  await using desk = await tellingCollector()
  const { here, reachedBy, all } = desk
  const wishes = () => {
    using ledger = desk.ledger()
    return ledger.wishes.of(owner)
  }
  await desk.tellOf('192.0.2.10')
  const page = here(linksIn(await reachedBy(({ to }) => to === owner), '/o/')[0] ?? '')
  equal(await sayOn(page, { say: 'mailbox', mailbox: other }), 303)
  const asks = await reachedBy(({ to }) => to === other)
  const confirm = here(linksIn(asks, '/o/')[0] ?? '')
  equal(await sayOn(confirm, { 'List-Unsubscribe': 'One-Click' }), 303)
  match(await (await fetch(confirm)).text(), /You asked for no more of these mails/)
  equal(await sayOn(confirm, { say: 'confirm' }), 303)
  equal(wishes().mailbox, undefined)
  equal(await sayOn(page, { say: 'mailbox', mailbox: other }), 303)
  await desk.decided()
  await until(() => wishes().refused === other)
  match(await (await fetch(page)).text(), /noc@two\.example cannot be written to/)
  equal((await all()).filter(({ to }) => to === other).length, 1)
  // One that names a registry is never written to.
  equal(await sayOn(page, { say: 'mailbox', mailbox: 'abuse@ripe.net' }), 303)
  await desk.decided()
  await until(() => wishes().refused === 'abuse@ripe.net')
  equal((await all()).filter(({ to }) => to.endsWith('ripe.net')).length, 0)
})

test('a week has three mails that somebody asks for, and only the last one confirms', async () => {
  await using desk = await tellingCollector()
  const { here, reachedBy, all } = desk
  await desk.tellOf('192.0.2.10')
  const page = here(linksIn(await reachedBy(({ to }) => to === owner), '/o/')[0] ?? '')
  const pages: string[] = []
  for (const number of [1, 2, 3]) {
    const mailbox = `noc${number}@two.example`
    equal(await sayOn(page, { say: 'mailbox', mailbox }), 303)
    pages.push(here(linksIn(await reachedBy(({ to }) => to === mailbox), '/o/')[0] ?? ''))
  }
  equal(await sayOn(pages[0]!, { say: 'confirm' }), 303)
  match(await (await fetch(pages[0]!)).text(), /Nothing is left to confirm/)
  equal(await sayOn(page, { say: 'mailbox', mailbox: 'noc4@two.example' }), 303)
  await desk.decided()
  await new Promise(resolve => setTimeout(resolve, 7000))
  equal((await all()).length, 4)
  desk.putForward(8 * 24)
  await reachedBy(({ to }) => to === 'noc4@two.example')
})

async function until(isSo: () => boolean): Promise<void> {
  for (let wait = 0; wait < 150 && !isSo(); wait++)
    await new Promise(resolve => setTimeout(resolve, 100))
  ok(isSo())
}
