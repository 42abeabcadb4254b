import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../cases/book/any-event.ts'
import { ticketOf } from '../letters/answer/ticket-of.ts'
import { threadSubject } from './thread-subject.ts'

const first = '[RA-2026-000001] 2 machines of yours'
const thread = [{ at: at(0), messageId: '<1@notices.example.org>', subject: first }]

test('the first letter of a thread finds its own subject', () => {
  equal(threadSubject({ ticket: undefined, thread: [] }), undefined)
})

test('a thread keeps its subject', () => {
  equal(threadSubject({ ticket: undefined, thread }), first)
})

for (const ticket of ['[Ticket#2026112510000012]', '[example.org #123]', 'ABC-12345']) {
  test(`the desk's number ${ticket} stands in the next subject, once, so that its program knows it`, () => {
    const next = threadSubject({ ticket, thread }) ?? ''
    equal(next, `${ticket} ${first}`)
    equal(threadSubject({ ticket, thread: [{ ...thread[0]!, subject: next }] }), next)
    if (ticket.startsWith('['))
      equal(
        ticketOf(next, { ours: text => text.startsWith('RA-'), headers: new Map(), text: '' }),
        ticket,
      )
  })
}
