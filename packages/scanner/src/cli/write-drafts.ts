import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { amount } from '../report/amount.ts'
import { safeJson } from '../report/safe-json.ts'
import { terminalText } from '../report/terminal.ts'
import type { Spooled } from '../spool/spooled.ts'
import type { Io } from './io.ts'
import { print } from './print.ts'

export type Drafting = { readonly folder: string; readonly json: boolean; readonly io: Io }

/** Writes mails as drafts that a person opens in their mail program and sends. */
export async function writeDrafts(
  mails: readonly Spooled[],
  { folder, json, io }: Drafting,
): Promise<number> {
  const place = resolve(io.cwd(), folder)
  await mkdir(place, { recursive: true })
  const files: string[] = []
  for (const { id, body } of mails) {
    const file = `redalert-${id.slice(0, 8)}.eml`
    // The same name is the same mail.
    await writeFile(join(place, file), `X-Unsent: 1\r\n${body}`, { flush: true })
    files.push(join(folder, file))
  }
  const to = mails[0]?.to.replace('mailto:', '') ?? ''
  const lines = json
    ? mails.map(({ id, holds }, at) =>
        safeJson({ kind: 'written', file: files[at], submission: id, to: `mailto:${to}`, holds }),
      )
    : [
        ...files.map(terminalText),
        `${amount(files.length, 'mail')} written, nothing was sent: open ${files.length === 1 ? 'it' : 'each'} in your mail program and send it to ${terminalText(to)}, as plain text.`,
      ]
  return await print(lines.map(line => `${line}\n`).join(''), io)
}
