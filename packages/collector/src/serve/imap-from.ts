import { join } from 'node:path'
import type { Config } from '../config/schema.ts'
import { readSecret } from '../config/secret.ts'
import type { Intake } from '../intake/intake.ts'
import { imapIntake } from '../intake/mail/imap.ts'
import type { MailParts } from '../intake/mail/mail-arrival.ts'

/** The mailbox that a configuration names, as a way in. */
export function imapFrom(
  { imap, smtp }: Config,
  parts: MailParts & {
    readonly folder: string
    readonly environment: Readonly<Record<string, string | undefined>>
    readonly report: (error: unknown) => void
  },
): Intake | undefined {
  if (!imap) return undefined
  const { folder, environment, ...rest } = parts
  const { password_file: file, every_seconds: seconds, ...mailbox } = imap
  return imapIntake({
    ...rest,
    ...mailbox,
    ledgerFile: join(folder, 'mailbox.db'),
    password: readSecret(file, 'REDALERT_IMAP_PASSWORD', environment),
    mostBytes: smtp.max_message_mb * 1024 * 1024,
    everyMilliseconds: seconds * 1000,
  })
}
