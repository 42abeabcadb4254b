import type { Instant, Source } from '@redalert/core'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { HostHappening } from '../cases/life/host-event.ts'
import type { Command } from '../letters/answer/heard.ts'
import type { Wish, Wished } from '../wishes/wish.ts'
import type { AboutLetter } from './about-letter.ts'

/** What a command changes, and whether a person should look at it. */
export type Ordered = {
  readonly events: readonly BookEvent[]
  readonly wishes: readonly Wish[]
  readonly isOpen: boolean
}

/** A command, or what the page alone can say. */
export type Ordering = Omit<Command, 'word'> & { readonly word: Command['word'] | 'static' }

/** What one command changes: only hosts of which this very contact was told. */
export function order({ word, sources }: Ordering, letter: AboutLetter, at: Instant): Ordered {
  const { contact } = letter
  const named = new Set<Source>(sources)
  const meant = letter.hosts.filter(({ source }) => named.size === 0 || named.has(source))
  const hostEvents = (happening: HostHappening): readonly BookEvent[] =>
    meant.map(({ source, family }) => ({ of: 'host', event: { source, family, at, ...happening } }))
  const known = new Set(letter.hosts.map(({ source }) => source))
  const isOdd = sources.some(source => !known.has(source))
  const nothing: Ordered = { events: [], wishes: [], isOpen: false }
  const wish = (wished: Wished): Ordered => ({ ...nothing, wishes: [{ contact, at, ...wished }] })
  switch (word) {
    case 'cleaned':
    case 'patched':
      return { ...nothing, events: hostEvents({ kind: 'claimed', what: word }), isOpen: isOdd }
    case 'not ours': {
      const disputed = hostEvents({ kind: 'disputed' })
      const event = { contact, at, kind: 'case-disputed' } as const
      return {
        ...nothing,
        events: named.size === 0 ? [...disputed, { of: 'case', event }] : disputed,
        isOpen: true,
      }
    }
    case 'stop':
      return { ...nothing, events: [{ of: 'case', event: { contact, at, kind: 'opted-out' } }] }
    case 'weekly':
      return wish({ kind: 'rhythm', rhythm: 'weekly' })
    case 'dynamic':
    case 'static': {
      const ours = sources.filter(source => known.has(source))
      // Whoever names only what is none of theirs does not mean all of theirs.
      if (ours.length === 0 && isOdd) return { ...nothing, isOpen: true }
      const said = wish({ kind: word === 'dynamic' ? 'pool' : 'no-pool', sources: ours })
      return { ...said, isOpen: isOdd }
    }
  }
}
