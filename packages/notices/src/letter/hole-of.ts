import type { Signature } from '@redalert/core'
import { type MailText, mailText } from '../safe/mail-text.ts'
import { dossier } from './dossier.ts'
import type { Draft } from './draft.ts'

/** The hole by number, name and advisories. */
export function holeOf({ hole }: Signature, draft: Draft): MailText {
  const numbers = [hole.id, ...(hole.also ?? [])].join(', ')
  const advisories = hole.advisories.length > 0 ? `; ${hole.advisories.join(', ')}` : ''
  return mailText(`${numbers}: ${dossier(hole.name, draft)}${advisories}`)
}
