import { createHash } from 'node:crypto'
import type { Instant, Source } from '@redalert/core'
import type { PageWord } from '@redalert/notices'
import { after } from '../cases/after.ts'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { HeardBook } from '../ledger/heard-book.ts'
import type { CommandWord } from '../letters/answer/heard.ts'
import type { PostedLetter } from '../letterbox.ts'
import type { AboutLetter } from './about-letter.ts'
import { order } from './order.ts'

/** What an owner can say on the page. */
export type PageSaid = {
  readonly word: PageWord
  readonly sources: readonly Source[]
}

const commands: Readonly<Record<Exclude<PageWord, 'acknowledge'>, CommandWord>> = {
  cleaned: 'cleaned',
  patched: 'patched',
  'not-ours': 'not ours',
  'false-positive': 'not ours',
  dynamic: 'dynamic',
  stop: 'stop',
}

/** Writes down what the owner said on the page, as if it had come by mail: what a person must decide waits for one. */
export function hearPage(
  said: PageSaid,
  {
    letter,
    about,
    at,
    heard,
    peaceDays,
  }: {
    readonly letter: PostedLetter
    readonly about: AboutLetter
    readonly at: Instant
    readonly heard: HeardBook
    /** Whoever works on it is left in peace for so many days. */
    readonly peaceDays: number
  },
): void {
  const { contact } = letter
  const { word, sources } = said
  const caseEvent = (
    event: { kind: 'reached' } | { kind: 'paused'; until: Instant },
  ): BookEvent => ({
    of: 'case',
    event: { contact, at, ...event },
  })
  const ordered =
    word === 'acknowledge'
      ? { events: [caseEvent({ kind: 'paused', until: after(at, 24 * peaceDays) })], isOpen: false }
      : order({ word: commands[word], sources }, about, at)
  const text = [word, ...sources].join(' ')
  const mail = Buffer.from(`${at} ${letter.messageId} ${text}\n`)
  heard.keep(
    {
      sha256: createHash('sha256').update(mail).digest('hex'),
      at,
      kind: 'page',
      isOpen: ordered.isOpen,
      letter: letter.id,
      contact,
      caseName: letter.caseName,
      isProven: true,
      sender: letter.mailbox,
      subject: word,
      text,
      mail,
    },
    { events: [caseEvent({ kind: 'reached' }), ...ordered.events], outcome: null },
  )
}
