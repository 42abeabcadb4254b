import { deepEqual, equal } from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Source } from '@redalert/core'
import { anyBookEvent, at } from './any-event.ts'
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
        }),
      )
    })
  })
}
