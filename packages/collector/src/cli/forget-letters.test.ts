import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Source } from '@redalert/core'
import { memoryCaseBook } from '../cases/book/memory-case-book.ts'
import { at } from '../cases/book/any-event.ts'
import { splitAtAddress } from '../ledger/forget/split-at-address.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { letterTo } from '../outbox/posting/any-outbox.ts'
import { sentEvents } from '../outbox/planning/sent-events.ts'
import { forgetLetters } from './forget-letters.ts'

const [one, ten] = ['192.0.2.1', '192.0.2.10'] as Source[]
const family = 'nimda'

/** A folder with a letter of two machines that left, one that waits, and an answer that quotes the first. */
function folderOf() {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-forget-'))
  using ledger = openLedger(join(folder, 'cases.db'))
  const seen = { kind: 'seen', first: at(0), last: at(1), grade: 'infected', may: 'ask' } as const
  for (const source of [one!, ten!])
    ledger.book.append([{ of: 'host', event: { source, family, at: at(1), ...seen } }])
  const hosts = [one!, ten!].map(source => ({ source, family }))
  const mail = Buffer.from(`Content-Language: nl, en\r\nSubject: s\r\n\r\n${one} secret`)
  const subject = `${one} is infected`
  const draft = { ...letterTo(1), hosts, mail, subject, decidedBy: ['alice'] }
  ledger.letterbox.letGo(draft, sentEvents(draft, draft))
  ledger.letterbox.take(1, at(2))
  ledger.letterbox.note(1, { kind: 'sent', at: at(2) }, [])
  const doubtful = { ...letterTo(3), hosts, mail, subject }
  ledger.letterbox.letGo(doubtful, sentEvents(doubtful, doubtful))
  ledger.letterbox.take(2, at(2))
  const second = { ...letterTo(2, 'noc@o2.example.org'), hosts, mail, subject }
  ledger.letterbox.letGo(second, sentEvents(second, second))
  for (const [sha256, letter, sender, text] of [
    ['a', 1, 'abuse@o1.example.org', `you said: ${one!.replaceAll('.', '[.]')} secret`],
    ['b', null, 'alice@example.org', `it is ${one}.`],
    ['c', null, 'bob@example.org', `it is ${ten}.`],
  ] as const)
    ledger.heard.keep(
      {
        sha256,
        at: at(3),
        kind: 'answer',
        isOpen: true,
        letter,
        contact: null,
        caseName: null,
        isProven: false,
        sender,
        subject: 's',
        text,
        mail: Buffer.from(text),
      },
      { events: [], outcome: null },
    )
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

test('of an address that is forgotten nothing is left among cases, letters and answers', () => {
  using made = folderOf()
  equal(forgetLetters(made.folder, { kind: 'address', address: one! }, at(9)), 5)
  for (const name of readdirSync(made.folder).filter(each => each.startsWith('cases.db'))) {
    const bytes = readFileSync(join(made.folder, name), 'latin1')
    equal(splitAtAddress(bytes, one!).length, 1, name)
    ok(!bytes.includes('secret'), name)
  }
  using ledger = openLedger(join(made.folder, 'cases.db'))
  deepEqual(
    [...ledger.book.hosts()].map(({ source }) => source),
    [ten],
  )
  const [first, ...others] = [...ledger.letterbox.letters({})]
  deepEqual(
    [first, ...others].map(each => each?.state),
    ['sent', 'withdrawn', 'withdrawn'],
  )
  deepEqual(first?.hosts, [{ source: ten, family }])
  equal(Buffer.from(ledger.letterbox.mail(1)!).toString(), 'Content-Language: nl, en\r\n\r\n')
  deepEqual(Object.keys(ledger.book.host(ten!, family)!.told), ['owner'])
  deepEqual(
    [...ledger.heard.list({ all: false })].map(({ text }) => text),
    [`it is ${ten}.`],
  )
  const again = memoryCaseBook()
  again.append([...ledger.book.events(0)])
  deepEqual([...again.hosts()], [...ledger.book.hosts()])
  deepEqual([...again.cases()], [...ledger.book.cases()])
})

test('of a submitter who is forgotten no name, line or answer is left', () => {
  using made = folderOf()
  const sources = new Set<string>([one!])
  equal(
    forgetLetters(
      made.folder,
      { kind: 'submitter', name: 'mailto:alice@example.org', sources },
      at(9),
    ),
    5,
  )
  forgetLetters(made.folder, { kind: 'submitter', name: 'alice', sources: new Set() }, at(9))
  for (const name of readdirSync(made.folder).filter(each => each.startsWith('cases.db'))) {
    const bytes = readFileSync(join(made.folder, name), 'latin1')
    ok(!bytes.includes('alice') && !bytes.includes('secret'), name)
  }
  using ledger = openLedger(join(made.folder, 'cases.db'))
  equal(ledger.letterbox.letter(1)?.hosts.length, 2)
})

test('an address is not found within a longer one', () => {
  deepEqual(splitAtAddress('192.0.2.10 192.0.2.1.', one!), ['192.0.2.10 ', '.'])
  deepEqual(splitAtAddress('1192.0.2.1 192.0.2.1.5 2001:db8::1', one!).length, 1)
  deepEqual(splitAtAddress('2001:db8::1:2 [2001:db8::1]', '2001:db8::1'), ['2001:db8::1:2 [', ']'])
})
