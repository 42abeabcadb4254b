import type { Instant } from '@redalert/core'
import { after } from '../after.ts'
import type { Case, CaseMail, CaseState } from './case.ts'
import type { CaseEvent } from './case-event.ts'

/** So many delays in so many days, and the mailbox counts as dead. */
const dead = { delays: 3, days: 14 }

/** What a case becomes when something happens to it; undefined is one that was never opened. Whoever opted out is left alone, whatever comes. */
export function stepCase(now: Case | undefined, event: CaseEvent): Case | undefined {
  if (!now) return event.kind === 'opened' ? open(event) : undefined
  if (now.state === 'opted-out') return now
  switch (event.kind) {
    case 'opened':
      return now
    case 'mailed':
      return mail(now, event)
    case 'unmailed':
      return unmail(now, event.messageId, event.at)
    case 'paused':
      return event.until > event.at && isTalking(now)
        ? { ...enter(now, 'waiting', event.at), until: event.until }
        : now
    case 'resumed':
      if (now.state !== 'waiting' && now.state !== 'disputed') return now
      return enter(now, resting(now), event.at)
    case 'reached':
      return now.state === 'undeliverable' ? enter(now, resting(now), event.at) : now
    case 'opted-out':
      return enter(now, 'opted-out', event.at)
    case 'case-disputed':
      return isTalking(now) ? enter(now, 'disputed', event.at) : now
    case 'bounced':
      return bounce(now, event)
    case 'ticketed':
      return { ...now, ticket: event.ticket }
    case 'closed':
      return isTalking(now) ? enter(now, 'closed', event.at) : now
    case 'reopened':
      return now.state === 'closed' ? enter(now, resting(now), event.at) : now
  }
}

function open({ contact, at, name }: CaseEvent & { readonly kind: 'opened' }): Case {
  return { name, contact, state: 'open', since: at, opened: at, mails: [], delays: [] }
}

function mail(
  now: Case,
  { contact: _contact, kind: _kind, ...mailed }: CaseEvent & { readonly kind: 'mailed' },
): Case {
  if (now.mails.some(({ messageId }) => messageId === mailed.messageId)) return now
  const sent: CaseMail = mailed
  const mails = [...now.mails, sent]
  const state = now.state === 'open' || now.state === 'closed' ? 'told' : now.state
  return { ...enter(now, state, mailed.at), mails }
}

function unmail(now: Case, messageId: string, at: Instant): Case {
  const mails = now.mails.filter(mail => mail.messageId !== messageId)
  if (mails.length === now.mails.length) return now
  const left = { ...now, mails }
  return left.state === 'told' ? enter(left, resting(left), at) : left
}

function bounce(now: Case, { at, how }: CaseEvent & { readonly kind: 'bounced' }): Case {
  if (how === 'policy') return now
  if (how === 'hard') return enter(now, 'undeliverable', at)
  if (now.delays.includes(at)) return now
  const recent = after(at, -24 * dead.days)
  const delays = [...now.delays.filter(delay => delay > recent), at].toSorted()
  const delayed = { ...now, delays }
  return delays.length >= dead.delays ? enter(delayed, 'undeliverable', at) : delayed
}

function isTalking({ state }: Case): boolean {
  return state === 'open' || state === 'told' || state === 'waiting' || state === 'disputed'
}

/** Where a case stands when nothing holds it up. */
function resting({ mails }: Case): CaseState {
  return mails.length > 0 ? 'told' : 'open'
}

function enter(now: Case, state: CaseState, since: Instant): Case {
  if (state === now.state) return now
  const { until: _, ...rest } = now
  return { ...rest, state, since, ...(state === 'told' && { delays: [] }) }
}
