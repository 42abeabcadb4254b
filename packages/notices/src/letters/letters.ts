import type { Sighting } from '@redalert/core'
import { compose } from '../compose/compose.ts'
import { languageFor } from '../languages/choose-language.ts'
import type { Form, Notice } from '../notice/notice.ts'
import { type Random, randomUuid } from '../notice/random.ts'
import { split } from '../notice/split.ts'
import { domainOf, type MailAddress } from '../safe/mail-address.ts'
import type { Mailbox } from '../safe/mailbox.ts'
import { parseMessageId } from '../safe/message-id.ts'
import { fileNames } from './file-names.ts'
import type { FindOwner } from './found-owner.ts'
import { hostOf } from './host-of.ts'
import type { LeftOut } from './left-out.ts'
import { type Pile, type SortOptions, sortRows } from './sort-rows.ts'

/** A letter, ready to be opened in a mail program and sent by the one who saw it. */
export type ReadyLetter = {
  readonly kind: 'letter'
  /** A file name that is new among these letters, and safe on every system. */
  readonly file: string
  readonly to: MailAddress
  readonly subject: string
  readonly machines: number
  readonly eml: Uint8Array
}

export type LetterOptions = SortOptions & {
  readonly from: Mailbox
  readonly random: Random
  readonly form?: Form
}

/**
 * Makes of the rows of a scan one letter for each owner, in the name of the one whose logs they are. Every row is in a
 * letter or told as left out. Nothing is sent.
 */
export async function* letters(
  rows: readonly Sighting[],
  findOwner: FindOwner,
  options: LetterOptions,
): AsyncGenerator<ReadyLetter | LeftOut, void> {
  const { piles, leftOut } = sortRows(rows, findOwner, options)
  yield* leftOut
  const nameFile = fileNames()
  for (const pile of piles) {
    for (const notice of split(noticeOf(pile, options))) {
      const { subject, eml } = await compose(notice, postOf(options))
      const sources = new Set(notice.hosts.map(({ source }) => source))
      yield {
        kind: 'letter',
        file: nameFile(pile.to),
        to: pile.to,
        subject,
        machines: sources.size,
        eml,
      }
    }
  }
}

function noticeOf(
  { to, rows }: Pile,
  { from, now, random, form = 'digest' }: LetterOptions,
): Notice {
  const [owner] = rows.map(row => row.owner)
  return {
    sender: { kind: 'witness', mailbox: from },
    recipient: { address: to, language: owner?.language ?? languageFor(owner?.country), form },
    stage: { kind: 'first' },
    hosts: rows.map(row => hostOf(row, randomUuid(random))),
    at: now,
  }
}

function postOf({ from, now, random }: LetterOptions) {
  const messageId = parseMessageId(`<ra-${randomUuid(random)}@${domainOf(from.address)}>`)
  if (!messageId) throw new TypeError('A UUID and a mail domain always make a name of a mail.')
  const boundary = randomUuid(random).replaceAll('-', '')
  return { date: now, messageId, boundary, manner: { kind: 'by-hand' } } as const
}
