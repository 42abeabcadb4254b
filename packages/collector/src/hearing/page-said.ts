import { createHash } from 'node:crypto'
import type { Instant, Source } from '@redalert/core'
import type { PageWord } from '@redalert/notices'
import { after } from '../cases/after.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { HeardBook, Follows } from '../ledger/heard-book.ts'
import type { PostedLetter } from '../letterbox.ts'
import type { Wished } from '../wishes/wish.ts'
import type { AboutLetter } from './about-letter.ts'
import { stopNote } from './note-verdict.ts'
import { order, type Ordering } from './order.ts'

/** What the reader of a page said: about machines, or how they wish to be written to. */
export type PageSaid =
  | { readonly kind: 'word'; readonly word: PageWord; readonly sources: readonly Source[] }
  | { readonly kind: 'wishes'; readonly wishes: readonly Wished[] }
  /** Whoever got a mail that is no letter wants no more of them. */
  | { readonly kind: 'stop-note' }

const commands: Readonly<Record<Exclude<PageWord, 'acknowledge'>, Ordering['word']>> = {
  cleaned: 'cleaned',
  patched: 'patched',
  'not-ours': 'not ours',
  'false-positive': 'not ours',
  dynamic: 'dynamic',
  static: 'static',
  stop: 'stop',
}

export type PageHearing = {
  readonly letter: PostedLetter
  readonly about: AboutLetter
  readonly at: Instant
  readonly heard: HeardBook
  /** Whoever works on it is left in peace for so many days. */
  readonly peaceDays: number
}

/** Writes down what the owner said on the page, as if it had come by mail: what a person must decide waits for one. */
export function hearPage(said: PageSaid, hearing: PageHearing): void {
  const { letter, about, at, heard } = hearing
  const { isOpen, ...follows } = followsFrom(said, hearing)
  const text = textOf(said)
  const mail = Buffer.from(`${at} ${letter.messageId} ${text}\n`)
  heard.keep(
    {
      sha256: createHash('sha256').update(mail).digest('hex'),
      at,
      kind: 'page',
      isOpen,
      letter: letter.id,
      contact: about.contact,
      caseName: letter.caseName,
      isProven: true,
      sender: letter.mailbox,
      subject: said.kind === 'word' ? said.word : said.kind,
      text,
      mail,
    },
    follows,
  )
}

function followsFrom(
  said: PageSaid,
  { letter, about, at, peaceDays }: PageHearing,
): Follows & { readonly isOpen: boolean } {
  const { contact } = about
  const nothing = { events: [], outcome: null, isOpen: false }
  if (said.kind === 'stop-note') return { ...nothing, ...stopNote(letter, at) }
  const ofCase = (event: { kind: 'reached' } | { kind: 'paused'; until: Instant }): BookEvent => ({
    of: 'case',
    event: { contact, at, ...event },
  })
  const reached = ofCase({ kind: 'reached' })
  if (said.kind === 'wishes') {
    const wishes = said.wishes.map(wished => ({ contact, at, ...wished }))
    return { ...nothing, events: [reached], wishes }
  }
  const { word, sources } = said
  if (word === 'acknowledge') {
    const paused = ofCase({ kind: 'paused', until: after(at, 24 * peaceDays) })
    return { ...nothing, events: [reached, paused] }
  }
  const { events, wishes, isOpen } = order({ word: commands[word], sources }, about, at)
  return { ...nothing, events: [reached, ...events], wishes, isOpen }
}

function textOf(said: PageSaid): string {
  switch (said.kind) {
    case 'word':
      return [said.word, ...said.sources].join(' ')
    case 'wishes':
      return said.wishes
        .map(({ kind, ...rest }) => [kind, ...Object.values(rest)].join(' '))
        .join('\n')
    case 'stop-note':
      return 'stop'
  }
}
