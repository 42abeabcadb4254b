import type { Instant } from '@redalert/core'
import type { BookEvent } from '../../cases/book/book-event.ts'
import type { CaseBook } from '../../cases/book/case-book.ts'
import type { HostLife } from '../../cases/life/host-life.ts'
import type { HeardBook, KeptHeard } from '../../ledger/heard-book.ts'

/** What a person found out about a dispute. */
export type Finding = 'stands' | 'falls'

/** The hosts that the contact of an answer disputes. */
export function disputedHosts(book: CaseBook, { contact }: KeptHeard): readonly HostLife[] {
  if (contact === null) return []
  return book.toldTo(contact).filter(({ state }) => state === 'disputed')
}

/** What follows when a person is done with an answer: its contact may be written to again, unless another answer of theirs waits. */
export function doneEvents(
  heard: KeptHeard,
  finding: Finding | undefined,
  { book, kept, at }: { readonly book: CaseBook; readonly kept: HeardBook; readonly at: Instant },
): readonly BookEvent[] {
  const { contact, number } = heard
  if (contact === null) return []
  const settled: readonly BookEvent[] =
    finding === undefined
      ? []
      : disputedHosts(book, heard).map(({ source, family }) => ({
          of: 'host',
          event: { source, family, at, kind: 'dispute-settled', evidence: finding },
        }))
  const others = [...kept.list({ all: false })]
  const isLast = !others.some(each => each.contact === contact && each.number !== number)
  return isLast ? [...settled, { of: 'case', event: { contact, at, kind: 'resumed' } }] : settled
}
