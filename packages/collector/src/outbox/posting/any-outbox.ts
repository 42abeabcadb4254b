import { ok } from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { type Instant, instantOfSeconds, type Source } from '@redalert/core'
import { at } from '../../cases/book/any-event.ts'
import { openLedger } from '../../ledger/open-ledger.ts'
import type { Draft } from '../../letterbox.ts'
import { sentEvents } from '../planning/sent-events.ts'
import { standardLimits } from '../planning/standard-limits.ts'

const family = 'nimda'

export const live = { ...standardLimits(), mode: 'live' as const }

export const anySigning = {
  domain: 'notices.example.org',
  rsa: {
    selector: 'r1',
    pem: generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  },
}

/** The so-many-th letter, to a contact of its own. */
export function letterTo(number: number, mailbox = `abuse@o${number}.example.org`): Draft {
  const messageId = `<${number}@notices.example.org>`
  return {
    contact: mailbox,
    mailbox,
    organisation: null,
    rung: 'owner',
    stage: 'first',
    hosts: [{ source: `192.0.2.${number}` as Source, family }],
    caseName: `RA-2026-${String(number).padStart(6, '0')}`,
    decidedBy: [],
    at: at(2),
    messageId,
    subject: 'a subject',
    returnTo: `b-${number}@bounces.example.org`,
    mail: Buffer.from(
      `From: notices@notices.example.org\r\nTo: ${mailbox}\r\nSubject: a subject\r\nMessage-ID: ${messageId}\r\n\r\n.a letter\r\n..\r\n`,
    ),
  }
}

/** A ledger with so many letters that were let go. */
export function ledgerWith(letters: number, file = ':memory:') {
  const ledger = openLedger(file)
  ledger.letterbox.turnGate({ state: 'open', at: at(0), by: 'person', because: null })
  for (let number = 1; number <= letters; number++) {
    const draft = letterTo(number)
    const sight = { first: at(0), last: at(1), grade: 'infected', may: 'assert' } as const
    for (const { source } of draft.hosts)
      ledger.book.append([
        { of: 'host', event: { source, family, at: at(1), kind: 'seen', ...sight } },
      ])
    ledger.letterbox.letGo(draft, sentEvents(draft, draft))
  }
  ok([...ledger.letterbox.letters({ states: ['queued'] })].length === letters)
  return ledger
}

/** A clock that goes on by so many seconds each time somebody looks. */
export function clock(startHours: number, seconds = 0): () => Instant {
  let time = Date.parse(at(startHours)) / 1000
  return () => instantOfSeconds((time += seconds)) as Instant
}
