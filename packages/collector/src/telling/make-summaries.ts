import { type Instant, instantOfSeconds, secondsOf, type Status } from '@redalert/core'
import type { Ledger } from '../ledger/ledger.ts'
import type { WishedSummary } from '../ledger/summary-book.ts'
import { summaryText } from '../status/summary-text.ts'
import type { SubmitterBook } from '../trust/submitter-book.ts'
import { submitterOf } from '../trust/submitter-of.ts'
import { type NotePosting, postNote } from './post-note.ts'

/** What weekly mails to those who tell us are made with. */
export type SummaryParts = NotePosting & {
  readonly ledger: Pick<Ledger, 'letterbox' | 'summaries' | 'together'>
  readonly submitters: Pick<SubmitterBook, 'submitter' | 'enrolledWith'>
  readonly statusOf: (submitter: string) => Promise<Status>
  /** Why a mailbox is never written to. */
  readonly never: (mailbox: string) => string | undefined
  readonly now: () => Instant
  readonly report: (error: unknown) => void
}

const weekSeconds = 7 * 86_400

/**
 * Makes the weekly mails that are due: to those who want one, whose mailbox is proven still, of whose machines more became
 * known since the last one. Gives how many.
 */
export async function makeSummaries(parts: SummaryParts): Promise<number> {
  let made = 0
  for (const wished of parts.ledger.summaries.wished()) {
    try {
      if (isDue(wished, parts)) made += Number(await make(wished, parts))
    } catch (error) {
      parts.report(error)
    }
  }
  return made
}

function isDue(
  { submitter, mailbox, written }: WishedSummary,
  { submitters, never, now }: SummaryParts,
): boolean {
  const next = written && instantOfSeconds(secondsOf(written) + weekSeconds)
  if (next && now() < next) return false
  const known = submitters.submitter(submitter)
  if (!known || known.revoked) return false
  return submitterOf(mailbox, submitters) === submitter && never(mailbox) === undefined
}

async function make(
  { submitter, mailbox, said: before }: WishedSummary,
  parts: SummaryParts,
): Promise<boolean> {
  const { ledger, now, statusOf, sender } = parts
  const status = await statusOf(submitter)
  const text = summaryText(status)
  const said = JSON.stringify([status.all, status.families])
  if (!text || said === before) return false
  const at = now()
  const organisation = sender.kind === 'desk' ? sender.organisation : sender.mailbox.address
  const draft = await postNote(
    {
      stage: 'summary',
      about: submitter,
      mailbox,
      caseName: '',
      language: 'en',
      at,
      subject: text.subject,
      blocks: ({ page }) => [
        { kind: 'text', text: `What became of the machines that you told ${organisation} of:` },
        { kind: 'text', text: `${text.subject}.` },
        { kind: 'lines', lines: text.lines },
        {
          kind: 'text',
          text: 'An owner counts as told when somebody who answers for the machine was, by anybody’s evidence. You get this mail once in seven days at most, and none while nothing changes. You can end it here:',
        },
        { kind: 'links', links: [page] },
      ],
    },
    parts,
  )
  if (!draft) return false
  ledger.together(() => {
    ledger.letterbox.letGo(draft, [])
    ledger.summaries.note(submitter, at, said)
  })
  return true
}
