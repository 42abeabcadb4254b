import { deepEqual, equal, ok, throws } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Source } from '@redalert/core'
import { at } from '../cases/book/any-event.ts'
import { caseBookContract } from '../cases/book/contract.ts'
import type { Draft } from '../letterbox.ts'
import { sentEvents } from '../outbox/planning/sent-events.ts'
import { keepBack } from '../outbox/posting/keep-back.ts'
import { approveLetter } from '../outbox/posting/approve-letter.ts'
import { lockLetters } from './lock-letters.ts'
import { openLedger } from './open-ledger.ts'

caseBookContract('in SQLite', () => openLedger(':memory:').book)

const source = '192.0.2.7' as Source
const family = 'nimda'
const contact = 'abuse@example.org'

function draft(number = 1, to = contact): Draft {
  return {
    contact: to,
    mailbox: to,
    organisation: null,
    rung: 'owner',
    stage: 'first',
    hosts: [{ source, family }],
    caseName: 'RA-2026-000001',
    decidedBy: [],
    at: at(2),
    messageId: `<${number}@notices.example.org>`,
    subject: 'a subject',
    returnTo: 'b-1@bounces.example.org',
    mail: Buffer.from('Subject: a subject\r\n\r\ntext\r\n'),
  }
}

function opened() {
  const ledger = openLedger(':memory:')
  const sight = { first: at(0), last: at(1), grade: 'infected', may: 'assert' } as const
  const event = { source, family, at: at(1), kind: 'seen', ...sight } as const
  ledger.book.append([{ of: 'host', event }])
  return ledger
}

test('a letter that is let go is told, in the same moment', () => {
  const { book, letterbox } = opened()
  const id = letterbox.letGo(draft(), sentEvents(draft(), draft()))
  equal(book.host(source, family)?.state, 'told')
  equal(book.case(contact)?.mails[0]?.messageId, '<1@notices.example.org>')
  equal(letterbox.letter(id)?.state, 'queued')
  deepEqual([...letterbox.underway()], [contact])
})

test('a letter that cannot be kept is not told either', () => {
  const { book, letterbox } = opened()
  letterbox.letGo(draft(), [])
  const events = [...book.events(0)].length
  throws(() => letterbox.letGo(draft(), sentEvents(draft(), draft())), /UNIQUE/)
  equal(book.host(source, family)?.state, 'confirmed')
  equal([...book.events(0)].length, events)
})

test('a letter that is shown is not told before a person approves it, and once then', () => {
  const { book, letterbox } = opened()
  const id = letterbox.show(draft(), 'first')
  equal(book.host(source, family)?.state, 'confirmed')
  deepEqual([letterbox.due(at(9), 9), [...letterbox.underway()]], [[], []])
  equal(approveLetter({ book, letterbox }, id, at(3)), true)
  equal(book.host(source, family)?.told.owner?.at, at(3))
  equal(letterbox.due(at(9), 9)[0]?.id, id)
  equal(approveLetter({ book, letterbox }, id, at(4)), false)
  equal(book.host(source, family)?.told.owner?.times, 1)
})

test('a newer letter takes the place of one that nobody decided on', () => {
  const { letterbox } = opened()
  letterbox.show(draft(1), 'first')
  letterbox.show(draft(2), 'first')
  letterbox.show(draft(3, 'noc@example.net'), 'first')
  deepEqual(
    [...letterbox.letters({})].map(({ messageId }) => messageId),
    ['<2@notices.example.org>', '<3@notices.example.org>'],
  )
})

test('a letter that is held does not leave and tells nothing, until it is approved', () => {
  const { book, letterbox } = opened()
  const before = book.host(source, family)
  const id = letterbox.letGo(draft(), sentEvents(draft(), draft()))
  const held = { as: 'hold', because: 'wait', at: at(4) } as const
  deepEqual(keepBack({ book, letterbox }, [id], held), [id])
  deepEqual(letterbox.due(at(9), 9), [])
  deepEqual([...letterbox.underway()], [contact])
  deepEqual(book.host(source, family), before)
  deepEqual(keepBack({ book, letterbox }, [id], held), [id])
  equal(approveLetter({ book, letterbox }, id, at(5)), true)
  equal(letterbox.due(at(9), 9).length, 1)
  deepEqual(book.host(source, family)?.told.owner, { at: at(5), contact, times: 1, before: [] })
})

test('a letter that is withdrawn is gone for good, and its contact is free', () => {
  const { book, letterbox } = opened()
  const id = letterbox.letGo(draft(), sentEvents(draft(), draft()))
  keepBack({ book, letterbox }, [id], { as: 'withdraw', because: 'not so', at: at(4) })
  equal(letterbox.letter(id)?.state, 'withdrawn')
  equal(approveLetter({ book, letterbox }, id, at(5)), false)
  equal(letterbox.take(id, at(5)), 'not-there')
  deepEqual([...letterbox.underway()], [])
  deepEqual(book.case(contact)?.mails, [])
})

test('a letter that was sent can be held no more', () => {
  const { letterbox } = opened()
  const id = letterbox.letGo(draft(), [])
  letterbox.take(id, at(3))
  equal(letterbox.hold(id, 'wait', []), false)
  letterbox.note(id, { kind: 'sent', at: at(3) }, [])
  equal(letterbox.hold(id, 'wait', []), false)
  equal(letterbox.take(id, at(4)), 'not-there')
  deepEqual(letterbox.sent(at(2)), [{ at: at(3), contact, organisation: null }])
})

test('whoever takes a letter and dies leaves a doubt; after the second one a person decides', () => {
  const { letterbox } = opened()
  const id = letterbox.letGo(draft(), [])
  equal(letterbox.take(id, at(3)), 'taken')
  deepEqual(letterbox.due(at(3), 9), [])
  equal(letterbox.due(at(4), 9)[0]?.id, id)
  equal(letterbox.take(id, at(4)), 'taken')
  equal(letterbox.take(id, at(5)), 'in-doubt')
  equal(letterbox.letter(id)?.state, 'held')
})

test('what comes back is counted on the day it left', () => {
  const { letterbox } = opened()
  for (const number of [1, 2, 3]) {
    const id = letterbox.letGo(draft(number, `desk${number}@example.org`), [])
    letterbox.take(id, at(3))
    letterbox.note(id, { kind: 'sent', at: at(3) }, [])
  }
  equal(letterbox.mark('<2@notices.example.org>', 'bounced'), true)
  equal(letterbox.mark('<9@notices.example.org>', 'bounced'), false)
  deepEqual(letterbox.days(), [{ day: at(3).slice(0, 10), sent: 3, bounced: 1, complained: 0 }])
})

test('what was written is there when the ledger is opened again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-ledger-'))
  try {
    const file = join(folder, 'cases.db')
    {
      using ledger = openLedger(file)
      ledger.letterbox.letGo(draft(), sentEvents(draft(), draft()))
    }
    using again = openLedger(file)
    equal(again.book.case(contact)?.state, 'told')
    equal(again.letterbox.due(at(9), 9).length, 1)
    deepEqual(Buffer.from(again.letterbox.mail(1)!), draft().mail)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what somebody took a moment ago nobody else takes', () => {
  const { letterbox } = opened()
  const id = letterbox.letGo(draft(), [])
  equal(letterbox.take(id, at(3)), 'taken')
  equal(letterbox.take(id, at(3)), 'not-there')
  equal(letterbox.letter(id)?.doubts, 0)
})

test('one process at a time plans and sends; when it ends the next one may', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-lock-'))
  try {
    {
      using mine = lockLetters(folder)
      ok(mine)
      const other = `import { lockLetters } from ${JSON.stringify(lockFile)}; process.exit(lockLetters(${JSON.stringify(folder)}) ? 0 : 7)`
      const words = ['--conditions=@redalert/source', '--input-type=module', '-e', other]
      equal(spawnSync(process.execPath, words).status, 7)
    }
    using again = lockLetters(folder)
    ok(again)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
const lockFile = new URL('./lock-letters.ts', import.meta.url).href

test('a gate stays as a person left it, and says why', () => {
  const { letterbox } = opened()
  letterbox.turnGate({ state: 'open', at: at(1), by: 'person', because: null })
  letterbox.turnGate({ state: 'shut', at: at(2), by: 'person', because: 'a reason' })
  deepEqual(letterbox.gate(), { state: 'shut', at: at(2), by: 'person', because: 'a reason' })
})
