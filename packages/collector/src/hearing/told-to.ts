import type { CaseBook } from '../cases/book/case-book.ts'
import type { HostLife } from '../cases/life/host-life.ts'

/** The hosts of which a contact was told, in this round. */
export function toldTo(book: Pick<CaseBook, 'hosts'>, contact: string): readonly HostLife[] {
  return [...book.hosts()].filter(({ told }) =>
    Object.values(told).some(telling => telling.contact === contact),
  )
}
