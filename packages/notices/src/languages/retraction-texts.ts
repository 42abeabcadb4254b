import type { MailText } from '../safe/mail-text.ts'

/** The sentences of a letter that takes back what was said of machines. */
export type RetractionTexts = {
  readonly subject: (machines: number) => string
  /** What is taken back, and why: the list follows. */
  readonly opening: (machines: number) => string
  /** `192.0.2.7: CodeRedII, we wrote on 2026-11-20` */
  readonly machine: (source: MailText, family: MailText, day: string) => string
  readonly left: (machines: number) => string
  /** What is to be done, and that we are sorry. */
  readonly nothing: (machines: number) => string
}
