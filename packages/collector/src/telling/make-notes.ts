import type { Instant } from '@redalert/core'
import { languageOf } from '@redalert/notices'
import { mailboxKey } from '../cases/thread/mailbox-key.ts'
import type { Case } from '../cases/thread/case.ts'
import type { Draft, PostedLetter } from '../letterbox.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { languageIn } from '../letters/language-in.ts'
import type { Wished } from '../wishes/wish.ts'
import { type NotePosting, postNote } from './post-note.ts'

/** What mails are made with that contacts asked for. */
export type NoteParts = NotePosting & {
  readonly ledger: Ledger
  /** Why a mailbox is never written to. */
  readonly never: (mailbox: string) => string | undefined
  readonly now: () => Instant
  readonly report: (error: unknown) => void
}

/** So many in seven days, whatever somebody asks for who reads our letters. */
const mostWritten = 3

/** Makes the mails that contacts asked for: to a mailbox that is to confirm, and those that bring the key to a list. Gives how many. */
export async function makeNotes(parts: NoteParts): Promise<number> {
  const { ledger, report } = parts
  let made = 0
  for (const contact of ledger.wishes.asking()) {
    try {
      made += await makeFor(contact, parts)
    } catch (error) {
      report(error)
    }
  }
  return made
}

async function makeFor(contact: string, parts: NoteParts): Promise<number> {
  const { ledger, now } = parts
  const known = ledger.book.case(contact)
  const last = known && lastLetter(known, ledger)
  if (!known || !last) return 0
  let made = 0
  for (const kind of ['mailbox', 'feed'] as const) {
    const { asked, feed, written } = ledger.wishes.of(contact)
    const isDue = kind === 'mailbox' ? asked?.messageId === null : feed?.isDue === true
    if (!isDue || recent(written, now()) >= mostWritten) continue
    made += Number(await (kind === 'mailbox' ? ask : bringKey)(known, last, parts))
  }
  return made
}

/** Asks the mailbox that a contact named whether letters may go there. */
async function ask(known: Case, last: PostedLetter, parts: NoteParts): Promise<boolean> {
  const { ledger, never, sender } = parts
  const { contact, name } = known
  const { asked } = ledger.wishes.of(contact)
  if (!asked) return false
  const key = mailboxKey(asked.mailbox)
  const mayNot =
    never(asked.mailbox) !== undefined ||
    ledger.wishes.of(key).isLeftAlone ||
    ledger.book.case(key)?.state === 'opted-out'
  if (mayNot) {
    say(contact, { kind: 'mailbox-refused', mailbox: asked.mailbox }, parts)
    return false
  }
  const language = languageOf(languageIn(ledger.letterbox.mail(last.id)))
  const { confirm } = language.notes
  const draft = await postNote(
    {
      stage: 'confirm',
      about: contact,
      mailbox: asked.mailbox,
      caseName: name,
      language: language.tag,
      at: parts.now(),
      subject: confirm.subject(name),
      blocks: ({ page }) => [
        { kind: 'text', text: confirm.text(nameOf(sender), name) },
        { kind: 'links', links: [page] },
        { kind: 'text', text: confirm.otherwise },
      ],
    },
    parts,
  )
  return letGo(contact, draft, { kind: 'mailbox-written', parts })
}

/** Mails the key to the list of a contact's machines: only whoever reads mail there can read it. */
async function bringKey(known: Case, last: PostedLetter, parts: NoteParts): Promise<boolean> {
  const { ledger, never, sender } = parts
  const { contact, name } = known
  const wished = ledger.wishes.of(contact).mailbox
  const mailbox = wished !== undefined && never(wished) === undefined ? wished : last.mailbox
  if (never(mailbox) !== undefined || known.state === 'opted-out') {
    say(contact, { kind: 'no-feed' }, parts)
    return false
  }
  const language = languageOf(languageIn(ledger.letterbox.mail(last.id)))
  const { feed } = language.notes
  const draft = await postNote(
    {
      stage: 'feed',
      about: contact,
      mailbox,
      caseName: name,
      language: language.tag,
      at: parts.now(),
      subject: feed.subject(name),
      blocks: ({ page, json, csv }) => [
        { kind: 'text', text: feed.text(nameOf(sender)) },
        { kind: 'links', links: [json, csv] },
        { kind: 'text', text: feed.otherwise },
        { kind: 'links', links: [page] },
      ],
    },
    parts,
  )
  return letGo(contact, draft, { kind: 'feed-written', parts })
}

function letGo(
  contact: string,
  draft: Draft | undefined,
  { kind, parts }: { readonly kind: 'mailbox-written' | 'feed-written'; readonly parts: NoteParts },
): boolean {
  if (!draft) return false
  const { ledger } = parts
  ledger.together(() => {
    ledger.letterbox.letGo(draft, [])
    say(contact, { kind, messageId: draft.messageId }, parts)
  })
  return true
}

function say(contact: string, wished: Wished, { ledger, now }: NoteParts): void {
  ledger.wishes.say([{ contact, at: now(), ...wished }])
}

/** The last letter of a case: where it went, and in which language. */
function lastLetter({ mails }: Case, { heard }: Ledger): PostedLetter | undefined {
  const messageId = mails.at(-1)?.messageId
  return messageId === undefined ? undefined : heard.letterOf({ messageId })
}

function recent(written: readonly Instant[], now: Instant): number {
  const week = Date.parse(now) - 7 * 86_400_000
  return written.filter(at => Date.parse(at) > week).length
}

function nameOf(sender: NotePosting['sender']): string {
  return sender.kind === 'desk' ? sender.organisation : sender.mailbox.address
}
