import type { Instant } from '@redalert/core'
import type { Rung } from '../life/rung.ts'

/**
 * Where a case stands. `open`: nobody was written to yet; `waiting`: they asked for time; `undeliverable`: mail does not
 * arrive; `opted-out`: they are never written to again; `closed`: nothing is left to tell.
 */
export const caseStates = [
  'open',
  'told',
  'waiting',
  'disputed',
  'undeliverable',
  'opted-out',
  'closed',
] as const
export type CaseState = (typeof caseStates)[number]

/** One contact and one thread of letters: all its hosts, families and holes are told in it. */
export type Case = {
  /** `RA-2026-000123` */
  readonly name: string
  /** The mailbox, as {@link mailboxKey} spells it. */
  readonly contact: string
  readonly state: CaseState
  readonly since: Instant
  readonly opened: Instant
  /** The letters so far, oldest first. */
  readonly mails: readonly CaseMail[]
  /** Until when they are left in peace. */
  readonly until?: Instant
  /** The number that their desk gave it. */
  readonly ticket?: string
  /** When mail did not arrive for now. */
  readonly delays: readonly Instant[]
}

/** A letter of a case. */
export type CaseMail = {
  readonly at: Instant
  readonly messageId: string
  readonly subject: string
  readonly rung: Rung
  readonly hosts: number
}
