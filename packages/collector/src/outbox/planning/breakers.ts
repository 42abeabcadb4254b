import type { Instant } from '@redalert/core'
import { after } from '../../cases/after.ts'
import type { OutboxLimits } from './schema.ts'
import type { SentMail } from '../../sent-mail.ts'

/** What stops all letters until a person looked into it and let them go on. */
export type Breaker =
  | { readonly kind: 'bounces'; readonly share: number }
  | { readonly kind: 'complaints'; readonly share: number }
  | { readonly kind: 'wrong'; readonly contacts: number }
  | { readonly kind: 'submitter'; readonly submitter: string; readonly share: number }

/** What the breakers look at. */
export type Figures = {
  readonly now: Instant
  /** What left, oldest first. */
  readonly history: readonly SentMail[]
  /** Who said that we are wrong, and when. */
  readonly wrong: readonly { readonly at: Instant; readonly contact: string }[]
  /** New cases, and the submitters without whom there would be none. */
  readonly cases: readonly { readonly at: Instant; readonly decidedBy: readonly string[] }[]
  /** When a person last let letters go on: what was before is settled. */
  readonly since?: Instant
}

const lastMails = 100
/** One bounce among three letters says nothing. */
const fewestMails = 20

/** All breakers that are open. */
export function breakers(figures: Figures, limits: OutboxLimits): readonly Breaker[] {
  const { now, since } = figures
  const yesterday = later(after(now, -24), since)
  const open: Breaker[] = []
  const history =
    since === undefined ? figures.history : figures.history.filter(({ at }) => at > since)
  const last = history.slice(-lastMails)
  const bounces = shareOf(last, 'bounced')
  if (bounces > limits.stop_bounces) open.push({ kind: 'bounces', share: bounces })
  const week = after(now, -24 * 7)
  const complaints = shareOf(
    history.filter(({ at }) => at > week),
    'complained',
  )
  if (complaints > limits.stop_complaints) open.push({ kind: 'complaints', share: complaints })
  const wrong = new Set(
    figures.wrong.filter(({ at }) => at > yesterday).map(({ contact }) => contact),
  )
  if (wrong.size >= limits.stop_wrong && wrong.size > 0)
    open.push({ kind: 'wrong', contacts: wrong.size })
  return [...open, ...leaning(figures, yesterday, limits)]
}

/** Whoever decides too much alone. */
function leaning(
  { cases }: Figures,
  yesterday: Instant,
  { stop_submitter, stop_cases }: OutboxLimits,
): readonly Breaker[] {
  const recent = cases.filter(({ at }) => at > yesterday)
  if (recent.length < Math.max(1, stop_cases)) return []
  const decided = new Map<string, number>()
  for (const { decidedBy } of recent)
    for (const name of new Set(decidedBy)) decided.set(name, (decided.get(name) ?? 0) + 1)
  return [...decided]
    .map(([submitter, count]) => ({
      kind: 'submitter' as const,
      submitter,
      share: count / recent.length,
    }))
    .filter(({ share }) => share > stop_submitter)
    .toSorted((one, other) => other.share - one.share || (one.submitter < other.submitter ? -1 : 1))
}

function shareOf(mails: readonly SentMail[], outcome: SentMail['outcome']): number {
  if (mails.length < fewestMails) return 0
  return mails.filter(mail => mail.outcome === outcome).length / mails.length
}

function later(one: Instant, other: Instant | undefined): Instant {
  return other !== undefined && other > one ? other : one
}
