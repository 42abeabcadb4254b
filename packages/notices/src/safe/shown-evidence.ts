import type { Signature, Untrusted } from '@redalert/core'
import { harmlessEvidence } from './harmless-evidence.ts'
import { knownLiterals } from './known-literals.ts'
import type { MailText } from './mail-text.ts'

/** Evidence of a family as a letter shows it, line by line, for a page that shows the same. */
export function shownEvidence(evidence: Untrusted, family: Signature): readonly MailText[] {
  return harmlessEvidence(evidence, knownLiterals([family]))
}
