import type { Instant } from '@redalert/core'
import type { BookEvent } from '../../cases/book/book-event.ts'
import type { HostLife } from '../../cases/life/host-life.ts'
import type { PlannedMail } from '../../policy/planned-mail.ts'

/** What of a letter its case and hosts must know. */
export type Sendable = Pick<PlannedMail, 'contact' | 'rung'> & {
  readonly stage: string
  readonly hosts: readonly Pick<HostLife, 'source' | 'family'>[]
}

/** What a letter is known by when it is let go. */
export type Letting = {
  readonly at: Instant
  readonly messageId: string
  readonly subject: string
  /** The name of the case, for one that is new. */
  readonly caseName: string
}

/** What happens to a case and its hosts when a letter is let go: written down together with it, or not at all. */
export function sentEvents(mail: Sendable, letting: Letting): readonly BookEvent[] {
  const { contact, rung, hosts, stage } = mail
  // What takes something back tells of nothing.
  const told = stage === 'retraction' ? [] : hosts
  const { at, messageId, subject, caseName } = letting
  const opened = { contact, at, kind: 'opened', name: caseName } as const
  const mailed = {
    contact,
    at,
    kind: 'mailed',
    messageId,
    subject,
    rung,
    hosts: hosts.length,
  } as const
  return [
    { of: 'case', event: opened },
    { of: 'case', event: mailed },
    ...told.map(({ source, family }) => ({
      of: 'host' as const,
      event: { source, family, at, kind: 'told' as const, rung, contact },
    })),
  ]
}
