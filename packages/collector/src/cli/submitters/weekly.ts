import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../fault.ts'
import { parseMailAddress } from '../../intake/mail/mail-address.ts'
import type { SummaryWish } from '../../ledger/summary-book.ts'
import { openLedger } from '../../ledger/open-ledger.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'
import { submitterOf } from '../../trust/submitter-of.ts'
import { checkKnown } from './check-known.ts'

/** The weekly mails of a collector's folder: to where somebody gets them, and how that changes. */
export type WeeklyMails = {
  readonly to: (submitter: string) => string | undefined
  readonly wish: (wish: SummaryWish) => void
}

/** Reads and writes who gets a weekly mail. A folder without letters gets a ledger only when somebody is to get one. */
export function weeklyMails(folder: string): WeeklyMails {
  const file = join(folder, 'cases.db')
  let known: ReadonlyMap<string, string> | undefined
  return {
    to: submitter => (known ??= wishedIn(file)).get(submitter),
    wish(wish) {
      using ledger = openLedger(file)
      ledger.summaries.wish(wish)
    },
  }
}

function wishedIn(file: string): ReadonlyMap<string, string> {
  if (!existsSync(file)) return new Map()
  using ledger = openLedger(file)
  return new Map(ledger.summaries.wished().map(({ submitter, mailbox }) => [submitter, mailbox]))
}

/** Lets somebody get a weekly mail, to a mailbox that is proven to be theirs, or no more. */
export function setWeekly(
  book: SubmitterBook,
  weekly: WeeklyMails,
  {
    name,
    wants,
    mail,
  }: { readonly name: string; readonly wants: string; readonly mail: string | undefined },
): readonly string[] {
  checkKnown(book, name)
  if (wants === 'off') {
    weekly.wish({ submitter: name, wants })
    return [`${name} gets no weekly mail.`]
  }
  if (wants !== 'on') throw new Fault('bad-config', 'Say weekly NAME on, or weekly NAME off.')
  const mailbox = mail ?? (name.startsWith('mailto:') ? name.slice('mailto:'.length) : undefined)
  if (mailbox === undefined) throw noMailbox(name)
  const address = parseMailAddress(mailbox)
  if (address === undefined || submitterOf(address, book) !== name)
    throw new Fault(
      'bad-config',
      `${JSON.stringify(mailbox)} is not enrolled as an address of ${name}: submitters add ${name} --mail ADDRESS.`,
    )
  weekly.wish({ submitter: name, wants, mailbox: address })
  return [`${name} gets a weekly mail to ${address}, when anything changed.`]
}

/** Somebody is to get mail, and nobody says where. */
export function noMailbox(name: string): Fault {
  return new Fault(
    'bad-config',
    `Say to where the weekly mail of ${name} goes, with --mail ADDRESS: one that is enrolled.`,
  )
}
