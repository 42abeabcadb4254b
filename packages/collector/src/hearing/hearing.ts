import { createHash } from 'node:crypto'
import type { Instant } from '@redalert/core'
import type { Arrival } from '../arrival.ts'
import type { Case } from '../cases/thread/case.ts'
import type { PostedLetter } from '../letterbox.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Ours } from '../letters/answer/about-of.ts'
import type { About } from '../letters/answer/heard.ts'
import { type Envelope, listen } from '../letters/listen.ts'
import { parseHead } from '../letters/mime/parse-head.ts'
import { mayConcern } from './may-concern.ts'
import { said } from './said.ts'
import { toldTo } from './told-to.ts'
import { verdict } from './verdict.ts'

/** What listening depends on. */
export type HearingParts = {
  readonly ledger: Pick<Ledger, 'book' | 'heard'>
  readonly ours: Ours
  /** Where the bounces of the letter with a token go. */
  readonly returnTo: (token: Uint8Array) => string
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
export function hearing({ ledger, ours, returnTo, now, alarm }: HearingParts): Hearing {
  const { book, heard: kept } = ledger
  const isAnswered = (address: string) => ours.readAddress(address) !== undefined
  const letterOf = (about: About | undefined): PostedLetter | undefined => {
    switch (about?.by) {
      case 'address':
      case 'enclosed-address':
        return kept.letterOf({ returnTo: returnTo(about.token) })
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
      const heard = await listen(body, envelope, ours)
      const { about } = heard
      const isProven = about?.by === 'address' || about?.by === 'enclosed-address'
      const letter = letterOf(about)
      const named = about?.by === 'case-name' ? caseNamed(about.caseName) : undefined
      // Anybody can write any id and any name: one that we never gave is none of ours.
      if (!isProven && !letter && !named && !envelope.to.some(isAnswered)) return undefined
      const contact = letter?.contact ?? named?.contact
      const proven = isProven ? letter : undefined
      const follows = verdict(
        heard,
        proven && { ...proven, hosts: toldTo(book, proven.contact) },
        now(),
      )
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
