import { createHash } from 'node:crypto'
import type { Instant } from '@redalert/core'
import type { Arrival } from '../arrival.ts'
import type { Case } from '../cases/thread/case.ts'
import type { PostedLetter } from '../letterbox.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { aboutOf, type Ours } from '../letters/answer/about-of.ts'
import type { About, Heard } from '../letters/answer/heard.ts'
import type { Envelope } from '../letters/listen.ts'
import { parseHead } from '../letters/mime/parse-head.ts'
import { aboutLetter, caseContact } from './about-letter.ts'
import { mayConcern } from './may-concern.ts'
import { noteVerdict } from './note-verdict.ts'
import { said } from './said.ts'
import { verdict } from './verdict.ts'

/** What listening depends on. */
export type HearingParts = {
  readonly ledger: Pick<Ledger, 'book' | 'heard'>
  readonly ours: Ours
  /** Tells what a mail is, within bounds of time and memory; undefined when it does not keep to them. */
  readonly listen: (body: Uint8Array, envelope: Envelope) => Promise<Heard | undefined>
  /** Where the bounces of the letter with a token may go. */
  readonly returnTo: (token: Uint8Array) => readonly string[]
  /** Whoever writes is left in peace for so many days. */
  readonly peaceDays: number
  readonly now: () => Instant
  /** Something that a person must see to soon. */
  readonly alarm: (sentence: string) => void
}

/** What listens to what comes back on letters. */
export type Hearing = {
  /** Whether an address is one that a letter names. */
  readonly isAnswered: (address: string) => boolean
  /** Writes down what came back on a letter; undefined when it is something else, which is taken in as usual. */
  readonly hear: (arrival: Arrival) => Promise<HeardOutcome | undefined>
}

export type HeardOutcome = { readonly kind: 'kept'; readonly id: string; readonly isNew: boolean }

const longestHeader = 300

/** Listens: what comes back on a letter is told apart, and changes its case. Nothing is ever answered here. */
export function hearing({
  ledger,
  ours,
  listen,
  returnTo,
  peaceDays,
  now,
  alarm,
}: HearingParts): Hearing {
  const { book, heard: kept } = ledger
  const isAnswered = (address: string) => ours.readAddress(address) !== undefined
  const letterOf = (about: About | undefined): PostedLetter | undefined => {
    switch (about?.by) {
      case 'address':
      case 'enclosed-address':
        for (const each of returnTo(about.token)) {
          const found = kept.letterOf({ returnTo: each })
          if (found) return found
        }
        return undefined
      case 'message-id':
        return kept.letterOf({ messageId: about.messageId })
      case 'case-name':
      case undefined:
        return undefined
    }
  }
  const caseNamed = (name: string): Case | undefined => {
    for (const each of book.cases()) if (each.name === name) return each
    return undefined
  }
  return {
    isAnswered,
    async hear({ way, shape, body, envelope: came }) {
      if (way === 'http' || shape !== 'mail') return undefined
      const envelope: Envelope = came ?? { from: undefined, to: [] }
      const headers = parseHead(body)
      if (!mayConcern(headers, envelope, ours)) return undefined
      const heard = (await listen(body, envelope)) ?? givenUp(headers, envelope, ours)
      const { about } = heard
      const isProven = about?.by === 'address' || about?.by === 'enclosed-address'
      const letter = letterOf(about)
      const named = about?.by === 'case-name' ? caseNamed(about.caseName) : undefined
      // Anybody can write any id and any name: one that we never gave is none of ours.
      if (!isProven && !letter && !named && !envelope.to.some(isAnswered)) return undefined
      const contact = letter ? caseContact(letter) : named?.contact
      const proven = isProven ? letter : undefined
      const follows =
        (proven && noteVerdict(heard, proven, now())) ??
        verdict(heard, proven && aboutLetter(proven, book), { at: now(), peaceDays })
      const first = (name: string) => (headers.get(name)?.[0] ?? '').slice(0, longestHeader)
      const sha256 = createHash('sha256').update(body).digest('hex')
      const number = kept.keep(
        {
          sha256,
          at: now(),
          kind: heard.kind,
          isOpen: follows.isOpen,
          letter: letter?.id ?? null,
          contact: contact ?? null,
          caseName: letter?.caseName ?? named?.name ?? null,
          isProven,
          sender: first('from'),
          subject: first('subject'),
          text: said(heard),
          mail: body,
        },
        follows,
      )
      if (number !== undefined && follows.alarm !== undefined) alarm(follows.alarm)
      return {
        kind: 'kept',
        id: `heard-${number ?? sha256.slice(0, 12)}`,
        isNew: number !== undefined,
      }
    },
  }
}

/** A mail that took too much to be read is about what its head says, and a person looks at it. */
function givenUp(
  headers: ReadonlyMap<string, readonly string[]>,
  { to }: Envelope,
  ours: Ours,
): Heard {
  const about = aboutOf({ recipients: to, headers, enclosed: undefined, reported: [] }, ours)
  return { kind: 'unreadable', because: 'reading it took too long, or too much memory', about }
}
