import { deepEqual } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bounceAddress, someOurs } from '../any-ours.ts'
import { listen } from '../listen.ts'

const folder = join(import.meta.dirname, '../../../../../fixtures/mail')

/** What mail servers and programs really sent, and what a reader takes it for. */
const known: Readonly<Record<string, string>> = {
  'arf-01': 'complaint abuse',
  'arf-22': 'complaint abuse',
  'lhost-exchange2007-01': 'bounce hard 5.1.1 mikeneko@example.co.jp',
  'lhost-exim-05': 'bounce hard 5.1.1 kijitora@neko.example.co.jp',
  'lhost-gmail-03': 'bounce policy 5.7.0 kijitora@example.co.jp',
  'lhost-mxlogic-01': 'bounce hard 5.1.1 kijitora@example.co.jp',
  'lhost-opensmtpd-03': 'bounce hard  kijitora@neko.example.jp',
  'lhost-outlook-01': 'bounce soft 5.2.2 kijitora@example.jp',
  'lhost-postfix-05': 'bounce hard 4.1.1 kijitora@example.org',
  'lhost-qmail-02': 'bounce hard 5.1.1 userunknown@example.jp',
  'rfc3464-07': 'delayed',
  'rfc3834-01': 'automatic',
  'rfc3834-03': 'automatic',
  'rfc3834-05': 'automatic',
  'rhost-yahooinc-01': 'bounce policy 5.7.9 kijitora@aol.example.jp',
}

test('the mails that are kept here are what they are', async () => {
  const heard: Record<string, string> = {}
  for (const file of readdirSync(folder).filter(name => name.endsWith('.eml'))) {
    const raw = readFileSync(join(folder, file))
    const mail = await listen(raw, { from: undefined, to: [bounceAddress] }, someOurs)
    const [failure] = mail.kind === 'bounce' ? mail.failures : []
    heard[file.slice('sisimai-'.length, -'.eml'.length)] =
      mail.kind === 'bounce'
        ? `bounce ${mail.how} ${failure?.status ?? ''} ${failure?.recipient ?? ''}`
        : mail.kind === 'complaint'
          ? `complaint ${mail.feedback}`
          : mail.kind
  }
  deepEqual(heard, known)
})
