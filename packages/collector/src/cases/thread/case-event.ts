import type { Instant } from '@redalert/core'
import type { CaseMail } from './case.ts'

/** What happens to a case, and when. */
export type CaseEvent = { readonly contact: string; readonly at: Instant } & CaseHappening

/** All of it may happen twice. */
export type CaseHappening =
  | { readonly kind: 'opened'; readonly name: string }
  | ({ readonly kind: 'mailed' } & Omit<CaseMail, 'at'>)
  /** A letter that was let go never left. */
  | { readonly kind: 'unmailed'; readonly messageId: string }
  /** They wrote, or asked for time: nothing is sent until then. */
  | { readonly kind: 'paused'; readonly until: Instant }
  | { readonly kind: 'resumed' | 'reached' | 'opted-out' | 'case-disputed' | 'closed' | 'reopened' }
  | { readonly kind: 'bounced'; readonly how: Bounce }
  | { readonly kind: 'ticketed'; readonly ticket: string }

/** `hard`: there is no such mailbox; `soft`: not now; `policy`: they do not want our mail, which says nothing of the mailbox. */
export type Bounce = 'hard' | 'soft' | 'policy'
