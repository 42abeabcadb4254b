import type { Instant, Source } from '@redalert/core'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { HostHappening } from '../cases/life/host-event.ts'
import type { Command } from '../letters/answer/heard.ts'
import type { AboutLetter } from './about-letter.ts'

/** What a command changes, and whether a person should look at it. */
export type Ordered = { readonly events: readonly BookEvent[]; readonly isOpen: boolean }

/** What one command changes: only hosts of which this very contact was told. */
export function order({ word, sources }: Command, letter: AboutLetter, at: Instant): Ordered {
  const { contact } = letter
  const named = new Set<Source>(sources)
  const meant = letter.hosts.filter(({ source }) => named.size === 0 || named.has(source))
  const hostEvents = (happening: HostHappening): readonly BookEvent[] =>
    meant.map(({ source, family }) => ({ of: 'host', event: { source, family, at, ...happening } }))
  const known = new Set(letter.hosts.map(({ source }) => source))
  const isOdd = sources.some(source => !known.has(source))
  switch (word) {
    case 'cleaned':
    case 'patched':
      return { events: hostEvents({ kind: 'claimed', what: word }), isOpen: isOdd }
    case 'not ours': {
      const disputed = hostEvents({ kind: 'disputed' })
      const event = { contact, at, kind: 'case-disputed' } as const
      return {
        events: named.size === 0 ? [...disputed, { of: 'case', event }] : disputed,
        isOpen: true,
      }
    }
    case 'stop':
      return { events: [{ of: 'case', event: { contact, at, kind: 'opted-out' } }], isOpen: false }
    case 'dynamic':
      return { events: [{ of: 'case', event: { contact, at, kind: 'dynamic' } }], isOpen: true }
    case 'weekly':
      // Nothing here keeps such a wish yet: a person does.
      return { events: [], isOpen: true }
  }
}
