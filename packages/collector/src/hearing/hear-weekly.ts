import { createHash } from 'node:crypto'
import type { Instant } from '@redalert/core'
import type { Arrival } from '../arrival.ts'
import type { HeardBook } from '../ledger/heard-book.ts'
import type { SummaryWish } from '../ledger/summary-book.ts'
import { parseHead } from '../letters/mime/parse-head.ts'
import type { HeardOutcome } from './hearing.ts'

const words: ReadonlyMap<string, SummaryWish['wants']> = new Map([
  ['weekly', 'on'],
  ['weekly on', 'on'],
  ['weekly off', 'off'],
  ['weekly stop', 'off'],
])

/**
 * Writes down that somebody who tells us wants the weekly mail, or no more of it: the whole subject says so, and whoever
 * sent it is proven and no program. Undefined for any other mail.
 */
export function hearWeekly(
  { way, shape, proof, submitter, answerTo, body }: Arrival,
  { heard, now }: { readonly heard: HeardBook; readonly now: () => Instant },
): HeardOutcome | undefined {
  if (way !== 'mail' || shape !== 'mail' || answerTo === undefined) return undefined
  if (proof !== 'dkim' && proof !== 'spf') return undefined
  const [subject = ''] = parseHead(body).get('subject') ?? []
  const wants = words.get(subject.trim().toLowerCase())
  if (wants === undefined) return undefined
  const sha256 = createHash('sha256').update(body).digest('hex')
  const number = heard.keep(
    {
      sha256,
      at: now(),
      kind: 'weekly',
      isOpen: false,
      letter: null,
      contact: null,
      caseName: null,
      isProven: true,
      sender: answerTo,
      subject: wants,
      text: '',
      mail: body,
    },
    {
      events: [],
      outcome: null,
      summary: wants === 'on' ? { submitter, wants, mailbox: answerTo } : { submitter, wants },
    },
  )
  const isNew = number !== undefined
  return { kind: 'kept', id: `heard-${number ?? sha256.slice(0, 12)}`, isNew }
}
