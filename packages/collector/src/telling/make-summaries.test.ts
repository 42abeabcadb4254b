import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Status } from '@redalert/core'
import { headerText, parseMailbox } from '@redalert/notices'
import { at } from '../cases/book/any-event.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { memorySubmitterBook } from '../trust/memory-submitter-book.ts'
import { makeSummaries, type SummaryParts } from './make-summaries.ts'

const mailbox = 'alice@example.org'
const states = { quiet: 3, fixed: 1, disputed: 1, told: 4, suspected: 3 }
const status = (told: number): Status => {
  const all = { hosts: 12, told, states }
  const families = [{ family: 'nimda', ...all }]
  return { kind: 'status', schema: 1, submitter: 'alice', at: at(0), all, families }
}

/** A ledger in which alice wants a weekly mail, and what is made in it at an hour. */
function weekly(more: Partial<SummaryParts> = {}) {
  const ledger = openLedger(':memory:')
  const submitters = memorySubmitterBook()
  submitters.record({ kind: 'met', name: 'alice', as: 'key', at: at(0), batch: null })
  submitters.addAddress('alice', mailbox)
  ledger.summaries.wish({ submitter: 'alice', wants: 'on', mailbox })
  let count = 0
  const made = async (hours: number, told = 9) => {
    const number = await makeSummaries({
      ledger,
      submitters,
      statusOf: async () => status(told),
      never: () => undefined,
      now: () => at(hours),
      report(error) {
        throw error
      },
      sender: {
        kind: 'desk',
        mailbox: parseMailbox('notices@notices.example.org')!,
        organisation: headerText('A desk'),
      },
      key: Buffer.alloc(32, 1),
      address: 'https://collector.example.org',
      random: length => Buffer.alloc(length, ++count),
      ...more,
    })
    return number
  }
  return { ledger, submitters, made }
}

test('a sentence says how many owners were told, and what became of the machines', async () => {
  const { ledger, made } = weekly()
  equal(await made(0), 1)
  const [letter] = [...ledger.letterbox.letters({})]
  equal(letter?.subject, 'Of your 12 hosts, 9 owners told, 3 quiet, 1 presumed fixed, 1 disputed')
  deepEqual([letter?.stage, letter?.state, letter?.mailbox], ['summary', 'queued', mailbox])
  match(Buffer.from(ledger.letterbox.mail(1) ?? []).toString(), /^All by nimda\.\r$/m)
})

test('one is made in seven days at most, and none when nothing changed', async () => {
  const { made } = weekly()
  deepEqual(
    [await made(0), await made(0), await made(24 * 7 - 1, 10), await made(24 * 7, 10)],
    [1, 0, 0, 1],
  )
  deepEqual([await made(24 * 14, 10), await made(24 * 15, 11), await made(24 * 16, 12)], [0, 1, 0])
})

test('whoever ends it and asks again gets none sooner', async () => {
  const { ledger, made } = weekly()
  equal(await made(0), 1)
  ledger.summaries.wish({ submitter: 'alice', wants: 'off' })
  equal(await made(24 * 8, 10), 0)
  ledger.summaries.wish({ submitter: 'alice', wants: 'on', mailbox })
  equal(await made(24 * 2, 10), 0)
  equal(await made(24 * 8, 10), 1)
})

test('nobody is mailed whose address is not theirs any more, who is revoked, who is unknown, or who is never written to', async () => {
  const moved = weekly()
  moved.submitters.removeAddress(mailbox)
  equal(await moved.made(0), 0)
  const revoked = weekly()
  revoked.submitters.record({ kind: 'revoked', name: 'alice' })
  equal(await revoked.made(0), 0)
  const unknown = weekly()
  unknown.ledger.summaries.wish({
    submitter: 'mailto:x@example.org',
    wants: 'on',
    mailbox: 'x@example.org',
  })
  equal(await unknown.made(0), 1, 'only alice')
  equal(await weekly({ never: () => 'never' }).made(0), 0)
})

test('without a page to end it none is made, and none about no machine', async () => {
  equal(await weekly({ address: 'http://collector.example.org' }).made(0), 0)
  const none = { ...status(0), all: { hosts: 0, told: 0, states: {} }, families: [] }
  equal(await weekly({ statusOf: async () => none }).made(0), 0)
})
