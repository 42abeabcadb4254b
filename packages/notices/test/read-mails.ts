import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hasProgram } from './has-program.ts'

/** A mail as a program reads it that nobody here wrote. */
export type ReadMail = {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly type: string
  readonly parts: readonly ReadPart[]
  /** What is wrong with it. */
  readonly defects: readonly string[]
}

export type ReadPart = {
  readonly type: string
  readonly name: string | null
  /** Of a report's fields. */
  readonly fields?: readonly (readonly [name: string, value: string])[]
  readonly content: Buffer
}

type WrittenMail = Omit<ReadMail, 'parts'> & {
  readonly parts: readonly (Omit<ReadPart, 'content'> & { readonly content: string })[]
}

/** Why mails cannot be read here; false when they can. */
export const cannotReadMails = hasProgram('python3') ? false : 'needs python3'

/** Reads mails with Python's `email`. */
export function readMails(emls: readonly Uint8Array[]): readonly ReadMail[] {
  const { status, stdout, stderr } = spawnSync(
    'python3',
    [join(import.meta.dirname, 'read-mails.py')],
    {
      input: JSON.stringify(emls.map(eml => Buffer.from(eml).toString('base64'))),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  if (status !== 0) throw new Error(`python3 could not read the mails: ${stderr}`)
  const mails = JSON.parse(stdout) as readonly WrittenMail[]
  return mails.map(mail => ({
    ...mail,
    parts: mail.parts.map(part => ({ ...part, content: Buffer.from(part.content, 'base64') })),
  }))
}
