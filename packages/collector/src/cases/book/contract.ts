import { deepEqual, equal } from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Source } from '@redalert/core'
import type { HostHappening } from '../life/host-event.ts'
import { anyBookEvent, at, contacts } from './any-event.ts'
import type { BookEvent } from './book-event.ts'
import type { CaseBook } from './case-book.ts'

/** What every engine that keeps hosts and cases must do. */
export function caseBookContract(name: string, open: () => CaseBook): void {
  const source = '192.0.2.7' as Source
  const family = 'codered-x'
  const seen: BookEvent = {
    of: 'host',
    event: {
      source,
      family,
      at: at(2),
      kind: 'seen',
      first: at(0),
      last: at(1),
      grade: 'infected',
      may: 'assert',
    },
  }
  describe(`a book of cases: ${name}`, () => {
    test('keeps what happened, and what came of it', () => {
      const book = open()
      book.append([seen])
      equal(book.host(source, family)?.state, 'confirmed')
      equal(book.host(source, 'nimda'), undefined)
      deepEqual([...book.events(0)], [{ ...seen, number: 1 }])
      deepEqual([...book.events(1)], [])
    })

    test('does not write down what changes nothing', () => {
      const book = open()
      book.append([seen, seen])
      book.append([
        seen,
        { of: 'case', event: { contact: 'a@example.org', at: at(1), kind: 'closed' } },
      ])
      equal([...book.events(0)].length, 1)
      deepEqual([...book.cases()], [])
    })

    test('knows what is left without letters that never left, one after the other', () => {
      const told = (hours: number, rung: 'owner' | 'above', messageId: string): BookEvent[] => {
        const contact = `${rung}@example.org`
        const event = { contact, at: at(hours) }
        const subject = 'a subject'
        return [
          { of: 'case', event: { ...event, kind: 'opened', name: 'RA-2026-000001' } },
          { of: 'case', event: { ...event, kind: 'mailed', messageId, subject, rung, hosts: 1 } },
          { of: 'host', event: { source, family, at: at(hours), kind: 'told', rung, contact } },
        ]
      }
      const letter = (rung: string, messageId: string) => ({
        contact: `${rung}@example.org`,
        messageId,
        hosts: [{ source, family }],
      })
      const book = open()
      book.append([seen])
      const before = book.host(source, family)
      book.append(told(5, 'owner', '<1@example.org>'))
      const between = book.host(source, family)
      book.append(told(9, 'above', '<2@example.org>'))
      book.append(book.without([letter('above', '<2@example.org>')], at(10)))
      deepEqual(book.host(source, family), between)
      deepEqual(book.case('above@example.org')?.mails, [])
      equal(book.case('above@example.org')?.state, 'open')
      book.append(told(11, 'above', '<2@example.org>'))
      book.append(book.without([letter('owner', '<1@example.org>')], at(12)))
      deepEqual(Object.keys(book.host(source, family)?.told ?? {}), ['above'])
      book.append(book.without([letter('above', '<2@example.org>')], at(13)))
      deepEqual(book.host(source, family), before)
      equal(book.case('owner@example.org')?.mails.length, 0)
      deepEqual(book.without([], at(14)), [])
    })

    test('knows of which hosts a contact was told, in earlier rounds too, and not of who moved in later', () => {
      const book = open()
      const [a, b] = ['a@example.org', 'b@example.org']
      const of = (hours: number, happening: HostHappening): BookEvent => ({
        of: 'host',
        event: { source, family, at: at(hours), ...happening },
      })
      const sight = (last: number): HostHappening => ({
        kind: 'seen',
        first: at(last),
        last: at(last),
        grade: 'infected',
        may: 'assert',
      })
      const toldTo = (contact: string) => book.toldTo(contact).map(host => host.source)
      book.append([seen])
      deepEqual(toldTo(a), [])
      book.append([of(3, { kind: 'told', rung: 'owner', contact: a })])
      deepEqual([toldTo(a), toldTo(b)], [[source], []])
      book.append([of(4, { kind: 'claimed', what: 'cleaned' }), of(40, sight(40))])
      book.append([of(41, { kind: 'told', rung: 'owner', contact: b })])
      equal(book.host(source, family)?.told.owner?.contact, b)
      deepEqual([toldTo(a), toldTo(b)], [[source], [source]])
      const year = 24 * 365
      book.append([of(50, { kind: 'presumed-fixed' }), of(year, sight(year))])
      equal(book.host(source, family)?.tenancy, 2)
      deepEqual([toldTo(a), toldTo(b)], [[], []])
      book.append([of(year + 1, { kind: 'told', rung: 'owner', contact: a })])
      deepEqual([toldTo(a), toldTo(b)], [[source], []])
    })

    test('gives the same hosts and cases when its record is read again', () => {
      fc.assert(
        fc.property(fc.array(anyBookEvent, { maxLength: 60 }), events => {
          const book = open()
          for (const event of events) book.append([event])
          const record = JSON.parse(JSON.stringify([...book.events(0)])) as BookEvent[]
          const again = open()
          again.append(record)
          deepEqual([...again.hosts()], [...book.hosts()])
          deepEqual([...again.cases()], [...book.cases()])
          deepEqual([...again.events(0)], [...book.events(0)])
          for (const contact of contacts) deepEqual(again.toldTo(contact), book.toldTo(contact))
        }),
      )
    })
  })
}
