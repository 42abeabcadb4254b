import { type Instant, instantOfSeconds, parseSource, secondsOf } from '@redalert/core'
import { languageOf } from '@redalert/notices'
import { mailboxKey } from '../cases/thread/mailbox-key.ts'
import { aboutLetter, caseContact } from '../hearing/about-letter.ts'
import { hearPage, type PageSaid } from '../hearing/page-said.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { noteStage, type PostedLetter } from '../letterbox.ts'
import { languageIn } from '../letters/language-in.ts'
import { readPageKey } from '../telling/page-key.ts'
import type { OwnerRoutes } from '../web/owner-routes.ts'
import type { ConfirmView, MachinesView, OwnerAnswer } from '../web/owner-view.ts'
import { letterOfToken } from './letter-of-token.ts'
import { type ViewingParts, viewedHost } from './viewed-host.ts'

/** What the pages of owners are made from. */
export type OwnerPagesParts = ViewingParts & {
  readonly ledger: Ledger
  /** Where the bounces of the letter with a token may go. */
  readonly returnTo: (token: Uint8Array) => readonly string[]
  readonly key: Uint8Array
  readonly organisation: string
  /** Whoever works on it is left in peace for so many days. */
  readonly peaceDays: number
  readonly now: () => Instant
}

/** The pages of owners: a key that stands in a mail opens the case of its reader, or what that mail asks, and nothing else. */
export function ownerPages(parts: OwnerPagesParts): OwnerRoutes {
  const { ledger, key, organisation, peaceDays, now } = parts
  const letterOf = (text: string): PostedLetter | undefined => {
    const token = readPageKey(text, now(), key)
    return token && letterOfToken(token, parts)
  }
  const keep = (letter: PostedLetter, contact: string, said: PageSaid): void => {
    const about = { ...aboutLetter(letter, ledger.book), contact }
    hearPage(said, { letter, about, at: now(), heard: ledger.heard, peaceDays })
  }
  return {
    view(text) {
      const letter = letterOf(text)
      if (!letter) return undefined
      switch (noteStage(letter)) {
        case 'summary': {
          const isStopped = ledger.summaries.one(letter.about ?? '') === undefined
          return { kind: 'summary', organisation, isStopped }
        }
        case 'confirm':
          return { kind: 'confirm', ...confirmView(letter, parts) }
        case 'feed':
        case undefined:
          return { kind: 'machines', ...machinesView(letter, parts) }
      }
    },
    say(text, answer) {
      const letter = letterOf(text)
      if (!letter) return false
      const stage = noteStage(letter)
      if (stage === 'summary' || stage === 'confirm') {
        const isConfirmed = stage === 'confirm' && answer.kind === 'confirm'
        if (answer.kind === 'word' && answer.word === 'stop')
          keep(letter, letter.contact, { kind: 'stop-note' })
        else if (isConfirmed && confirmView(letter, parts).state === 'asked') {
          const confirmed = { kind: 'mailbox-confirmed', messageId: letter.messageId } as const
          keep(letter, letter.about ?? '', { kind: 'wishes', wishes: [confirmed] })
        }
        return true
      }
      const said = saidOf(answer, letter, ledger)
      if (said) keep(letter, caseContact(letter), said)
      return true
    },
  }
}

function machinesView(letter: PostedLetter, parts: OwnerPagesParts): MachinesView {
  const { ledger, organisation, peaceDays } = parts
  const contact = caseContact(letter)
  const wishes = ledger.wishes.of(contact)
  const { form, rhythm, mailbox, asked, refused, feed } = wishes
  return {
    language: languageOf(languageIn(ledger.letterbox.mail(letter.id))),
    organisation,
    caseName: letter.caseName,
    isStopped: ledger.book.case(contact)?.state === 'opted-out',
    peaceDays,
    hosts: ledger.book.toldTo(contact).map(host => viewedHost(host, wishes, parts)),
    settings: {
      form,
      rhythm,
      mailbox,
      asked: asked?.mailbox,
      refused,
      feed: feed ? (feed.isDue ? 'due' : 'open') : 'none',
    },
  }
}

/** A mail that asks to confirm does so for so long. */
const confirmSeconds = 7 * 86_400

function confirmView(
  letter: PostedLetter,
  { ledger, organisation, now }: OwnerPagesParts,
): ConfirmView {
  const { asked, mailbox } = ledger.wishes.of(letter.about ?? '')
  const end = instantOfSeconds(secondsOf(letter.at) + confirmSeconds) ?? letter.at
  const isAsked = asked?.messageId === letter.messageId && now() < end
  const isStopped = ledger.wishes.of(mailboxKey(letter.mailbox)).isLeftAlone
  return {
    language: languageOf(languageIn(ledger.letterbox.mail(letter.id))),
    organisation,
    caseName: letter.caseName,
    state: isStopped ? 'stopped' : isAsked ? 'asked' : mailbox === letter.mailbox ? 'done' : 'over',
  }
}

function saidOf(answer: OwnerAnswer, letter: PostedLetter, { book }: Ledger): PageSaid | undefined {
  switch (answer.kind) {
    case 'word': {
      const { word, sources } = answer
      const known = new Set(book.toldTo(caseContact(letter)).map(({ source }) => source))
      const meant = sources.flatMap(each => parseSource(each) ?? []).filter(each => known.has(each))
      // Whoever chose only what is none of theirs did not mean all of theirs.
      if (meant.length === 0 && sources.length > 0) return undefined
      return { kind: 'word', word, sources: meant }
    }
    case 'settings': {
      const { form, rhythm } = answer
      const wishes = [
        ...(form === undefined ? [] : [{ kind: 'form', form } as const]),
        ...(rhythm === undefined ? [] : [{ kind: 'rhythm', rhythm } as const]),
      ]
      return wishes.length > 0 ? { kind: 'wishes', wishes } : undefined
    }
    case 'mailbox':
      return { kind: 'wishes', wishes: [answer] }
    case 'usual-mailbox':
    case 'feed':
    case 'no-feed':
      return { kind: 'wishes', wishes: [{ kind: answer.kind }] }
    case 'confirm':
      return undefined
  }
}
