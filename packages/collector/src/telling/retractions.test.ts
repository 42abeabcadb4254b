import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Address, type Instant, instantOfSeconds, type Source } from '@redalert/core'
import { anyWorld, type Sight, type World } from '../cli/any-world.ts'
import { randomOf } from '../estimates/fixed/any-random.ts'
import type { PostedLetter } from '../letterbox.ts'
import { ledgerWith } from '../outbox/posting/any-outbox.ts'
import { isWeighed } from './is-weighed.ts'
import { retractions } from './retractions.ts'

const root = mkdtempSync(join(tmpdir(), 'redalert-retractions-'))
after(() => rmSync(root, { recursive: true }))

const owners = `192.0.2.0/24 abuse@one.example language=en
198.51.100.0/24 abuse@two.example language=nl
203.0.113.0/24 abuse@three.example language=de`
const networks = ['192.0.2', '198.51.100', '203.0.113']
const family = 'codered-x'
const liar = 'liar'
const revokedOn = 8
const lastDay = 20
let withdrawn = 0

function at(day: number): Instant {
  return instantOfSeconds(Date.parse('2001-08-06T00:00:00Z') / 1000 + Math.round(day * 86_400))!
}

type Word = { readonly day: number; readonly submitter: string; readonly sight: Sight }

/** Hosts that stand without the liar, with and without his words; that fall without him; and that nobody but he saw. */
function wordsOf(seed: number): readonly Word[] {
  const { fraction } = randomOf(seed)
  return Array.from({ length: 24 }, (_, index) => index).flatMap(index => {
    const source = `${networks[index % 3]}.${index + 1}` as Source
    const kind = Math.floor(fraction() * 5)
    const falls = ['honest', liar]
    const tellers = [['own'], falls, ['own', liar], [liar], falls][kind]!
    return tellers.map((submitter): Word => {
      const day = Math.floor(fraction() * 8)
      const moment = at(day + 0.1 + fraction() * 0.5)
      return { day, submitter, sight: { source, family, mark: 'codered-x-worm', at: moment } }
    })
  })
}

function worldOf(name: string): World {
  const world = anyWorld(mkdtempSync(join(root, name)), owners)
  for (const [index, who] of ['own', 'honest', liar].entries()) {
    const as = who === 'own' ? 'own' : 'key'
    world.book.record({ kind: 'met', name: who, as, at: at(-40), batch: null })
    const from = `${networks[index]}.250` as Address
    world.book.record({ kind: 'came', name: who, from, listens: [] })
  }
  world.book.record({ kind: 'vetted', name: liar })
  return world
}

async function live(world: World, words: readonly Word[], day: number): Promise<void> {
  for (const { submitter, sight } of words.filter(word => word.day === day))
    await world.tell(submitter, [sight])
  await world.round(at(day + 0.9))
}

/** What stands, without the times at which letters happened to leave. */
function standing(world: World) {
  using ledger = world.ledger()
  return [...ledger.book.hosts()]
    .filter(({ may }) => may !== null)
    .map(({ source, may, grade, state, first, last, told, round }) => {
      const contacts = Object.values(told).map(({ contact, times }) => `${contact} ${times}`)
      return { source, may, grade, state, first, last, round, contacts }
    })
    .toSorted((one, other) => (one.source < other.source ? -1 : 1))
}

function lettersIn(world: World): readonly PostedLetter[] {
  using ledger = world.ledger()
  return [...ledger.letterbox.letters({})]
}

for (const seed of [2, 3, 4, 5, 6])
  test(`who is revoked leaves a world in which they never spoke, and one retraction to each who was told wrongly (${seed})`, async () => {
    const words = wordsOf(seed)
    await using world = worldOf(`lied-${seed}-`)
    await using twin = worldOf(`true-${seed}-`)
    const honest = words.filter(({ submitter }) => submitter !== liar)
    const falling = new Set(
      words
        .filter(({ submitter }) => submitter === 'honest')
        .map(({ sight }) => sight.source as string),
    )
    const toldOf = (letter: PostedLetter) =>
      letter.hosts.map(({ source }) => source as string).filter(source => falling.has(source))
    for (let day = 0; day < lastDay; day++) {
      if (day === revokedOn) {
        world.book.record({ kind: 'revoked', name: liar })
        using ledger = world.ledger()
        ok(!isWeighed(world.folder, ledger))
      }
      await live(world, words, day)
      await live(twin, honest, day)
      {
        using ledger = world.ledger()
        ok(isWeighed(world.folder, ledger))
      }
      // The letters of the last day before are made, and have not left.
      if (day !== revokedOn - 1) world.post(at(day + 0.95))
      twin.post(at(day + 0.95))
    }
    deepEqual([...world.problems, ...twin.problems], [])
    deepEqual(standing(world), standing(twin))

    const letters = lettersIn(world)
    withdrawn += letters.filter(({ state }) => state === 'withdrawn').length
    const sent = letters.filter(({ state }) => state === 'sent')
    const back = sent.filter(({ stage }) => stage === 'retraction')
    const wrong = new Map<string, Set<string>>()
    for (const letter of sent.filter(({ stage }) => stage !== 'retraction')) {
      const named = toldOf(letter)
      ok(named.length === 0 || letter.sent! < at(revokedOn), 'it left after the revocation')
      if (named.length === 0) continue
      wrong.set(letter.contact, new Set([...(wrong.get(letter.contact) ?? []), ...named]))
    }
    ok(wrong.size > 0, 'nobody was told wrongly')
    const listed = (hosts: Iterable<string>) => [...hosts].toSorted()
    deepEqual(
      listed(back.map(letter => [letter.contact, ...listed(toldOf(letter))].join(' '))),
      listed([...wrong].map(([contact, sources]) => [contact, ...listed(sources)].join(' '))),
    )
    using ledger = world.ledger()
    for (const letter of back) {
      const mail = Buffer.from(ledger.letterbox.mail(letter.id)!).toString()
      const [first] = ledger.book.case(letter.contact)!.mails
      equal(letter.subject, first?.subject)
      match(mail, new RegExp(`^References: ${first!.messageId}`, 'm'))
      const language = { one: 'en', two: 'nl, en', three: 'de, en' }[
        letter.contact.split(/[@.]/)[1] as 'one' | 'two' | 'three'
      ]
      match(mail, new RegExp(`^Content-Language: ${language}\r$`, 'm'))
      for (const { source } of letter.hosts) ok(mail.includes(source))
    }
  })

test('letters that had not left were among those that were taken back', () => {
  ok(withdrawn > 0)
})

test('who is revoked, believed again and revoked again has nobody told of it twice', async () => {
  await using world = worldOf('again-')
  const words = wordsOf(1)
  for (let day = 0; day < 12; day++) {
    await live(world, words, day)
    world.post(at(day + 0.95))
  }
  const turn = async (kind: 'revoked' | 'restored', day: number, isPosted = true) => {
    world.book.record({ kind, name: liar })
    for (const hour of [0, 1, 2]) {
      await world.round(at(day + hour / 24))
      if (isPosted) world.post(at(day + hour / 24))
    }
  }
  const before = standing(world)
  // A mistake that is taken back at once is nobody's business but the operator's.
  await turn('revoked', 12, false)
  ok(lettersIn(world).some(({ stage }) => stage === 'retraction'))
  await turn('restored', 12.2)
  deepEqual(standing(world), before)
  const sentBack = () =>
    lettersIn(world).filter(({ stage, state }) => stage === 'retraction' && state === 'sent').length
  equal(sentBack(), 0)
  await turn('revoked', 13)
  const once = sentBack()
  ok(once > 0)
  await turn('restored', 14, false)
  await turn('revoked', 14.3)
  equal(sentBack(), once)
  await turn('restored', 15)
  for (let day = 16; day < 22; day++) {
    await world.round(at(day))
    world.post(at(day))
  }
  // By now they were told again, and are owed a word again.
  await turn('revoked', 25)
  equal(sentBack(), 2 * once)
  deepEqual(world.problems, [])
})

test('only of letters that left is anything taken back', () => {
  for (const [outcome, count] of [
    [{ kind: 'sent', at: at(1) }, 1],
    [{ kind: 'refused', because: '550' }, 0],
    [{ kind: 'later', at: at(2) }, 0],
  ] as const) {
    using ledger = ledgerWith(1)
    ledger.letterbox.take(1, at(1))
    ledger.letterbox.note(1, outcome, [])
    const event = { source: '192.0.2.1' as Source, family: 'nimda', at: at(2) }
    ledger.book.append([
      { of: 'host', event: { ...event, kind: 'excluded', because: 'withdrawn' } },
    ])
    equal(retractions(ledger).length, count, outcome.kind)
  }
})
