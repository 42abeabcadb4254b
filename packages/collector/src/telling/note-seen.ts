import type { Instant, Source } from '@redalert/core'
import type { CaseBook } from '../cases/book/case-book.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { BeliefReader } from '../store/sqlite/beliefs/read-beliefs.ts'
import type { HostRow } from '../store/store.ts'
import { consequences } from '../trust/consequence.ts'

/** What is read to know which hosts a person may be told of. */
export type Known = {
  readonly hosts: (source: Source) => Iterable<HostRow>
  readonly beliefs: Pick<BeliefReader, 'decided' | 'decisionsOf'>
}

/**
 * Writes into the book what is known now of every host that something may be done about, and of every one that stands
 * in it already: what was revoked since may do less.
 */
export function noteSeen(book: CaseBook, { hosts, beliefs }: Known, at: Instant): void {
  const sources = new Set<Source>()
  for (const may of consequences) for (const { source } of beliefs.decided(may)) sources.add(source)
  for (const { source } of book.hosts()) sources.add(source)
  const events: BookEvent[] = []
  for (const source of sources) {
    const decisions = beliefs.decisionsOf(source)
    for (const { family, first, last, grade } of hosts(source)) {
      const may = decisions.find(each => each.family === family)?.may ?? null
      if (may === null && !book.host(source, family)) continue
      const seen = { kind: 'seen', first, last, grade, may } as const
      events.push({ of: 'host', event: { source, family, at, ...seen } })
    }
  }
  book.append(events)
}
