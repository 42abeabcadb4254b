import type { Instant, Source } from '@redalert/core'
import type { HostLife } from '../cases/life/host-life.ts'
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
  const known = new Map<Source, HostLife[]>()
  for (const may of consequences)
    for (const { source } of beliefs.decided(may)) known.set(source, [])
  for (const life of book.hosts()) {
    const lives = known.get(life.source) ?? []
    known.set(life.source, lives)
    lives.push(life)
  }
  const events: BookEvent[] = []
  for (const [source, lives] of known) {
    const decisions = beliefs.decisionsOf(source)
    const left = new Set<string>()
    for (const { family, first, last, grade } of hosts(source)) {
      left.add(family)
      const may = decisions.find(each => each.family === family)?.may ?? null
      const life = lives.find(each => each.family === family)
      if (may === null && !life) continue
      const isLess = life && (last < life.last || first > life.first)
      const kind = isLess ? 'restated' : 'seen'
      events.push({ of: 'host', event: { source, family, at, kind, first, last, grade, may } })
    }
    for (const { family, first, last, grade, may } of lives) {
      if (left.has(family) || may === null) continue
      const nothing = { kind: 'restated', first, last, grade, may: null } as const
      events.push({ of: 'host', event: { source, family, at, ...nothing } })
    }
  }
  book.append(events)
}
