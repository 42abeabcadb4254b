import { deepEqual, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Instant, signatures } from '@redalert/core'
import { type Form, type LetterOptions, letters, parseMailbox } from '@redalert/notices'
import { cannotReadMails, readMails } from '../packages/notices/test/read-mails.ts'
import type { Row } from '../packages/scanner/src/finding.ts'
import { findLogs } from '../packages/scanner/src/read/find-logs.ts'
import { scan } from '../packages/scanner/src/scan.ts'
import { root } from '../scripts/root.js'

const folder = mkdtempSync(join(tmpdir(), 'redalert-letters-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const countries = ['NL', 'DE', 'US']
const options: Omit<LetterOptions, 'form'> = {
  from: parseMailbox('Ann Example <ann@example.org>')!,
  now: '2026-11-25T00:00:00Z' as Instant,
  random: length => Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)),
  staleAfterDays: Number.POSITIVE_INFINITY,
}

/** The rows of a real scan. */
async function rowsOf(...names: readonly string[]): Promise<readonly Row[]> {
  const found = await findLogs(names)
  const rows: Row[] = []
  const logs = found.filter(one => one.kind === 'log')
  ok(logs.length > 0, 'no log was found')
  for await (const finding of scan(logs, { sensor: 'www', clock: () => 0 }))
    if (finding.kind === 'sighting') rows.push(finding)
  return rows
}

/** A log that shows every family, each line from an address of its own. */
function everyFamily(): string {
  const lines = signatures.flatMap(({ marks }) =>
    Object.values(marks).flatMap(mark => mark.samples.positive),
  )
  const moved = lines.map((line, index) =>
    line.replaceAll(/192\.0\.2\.\d+/g, `198.51.${100 + (index >> 8)}.${index & 255}`),
  )
  const path = join(folder, 'every-family.log')
  writeFileSync(path, `${[...lines, ...moved].join('\n')}\n`, 'latin1')
  return path
}

async function emlsOf(rows: readonly Row[], form: Form): Promise<readonly Uint8Array[]> {
  const written: Uint8Array[] = []
  const findOwner = (source: string) => {
    const country = countries[source.length % countries.length]!
    return { address: `abuse@${country}.example.net`, why: 'RIPE: EXAMPLE-NET', country }
  }
  // A probe is never mailed; what its letter would hold must be harmless all the same.
  const asked = rows.map(row => ({
    ...row,
    grade: row.grade === 'probe' ? ('likely' as const) : row.grade,
  }))
  for await (const letter of letters(asked, findOwner, { ...options, form })) {
    if (letter.kind === 'letter') written.push(letter.eml)
  }
  return written
}

test('a scan of what every family sends finds every family, or the next proves nothing', async () => {
  const families = new Set((await rowsOf(everyFamily())).map(({ family }) => family))
  deepEqual(
    signatures.filter(({ id }) => !families.has(id)).map(({ id }) => id),
    [],
  )
})

/** What may become of a letter on its way back to us. */
const fates: Readonly<Record<string, (text: string) => string>> = {
  'as it is': text => text,
  joined: text => text.replaceAll(/\r?\n */g, ''),
  unwrapped: text => text.replaceAll(/\r?\n +/g, ' '),
  quoted: text => text.replaceAll(/^/gm, '> '),
  unindented: text => text.replaceAll(/^ +/gm, ''),
}

for (const form of ['digest', 'xarf'] as const) {
  test(
    `redalert finds nothing in its own letters (${form}): as they are, taken apart, unwrapped, or sent back`,
    {
      skip: cannotReadMails,
    },
    async () => {
      const rows = await rowsOf(everyFamily(), join(root, 'fixtures', 'logs'))
      const emls = await emlsOf(rows, form)
      ok(emls.length > 2, `${emls.length} letters`)
      const parts = readMails(emls).flatMap(mail =>
        mail.parts.map(({ content }) => content.toString('latin1')),
      )
      const reports = parts
        .filter(text => text.startsWith('{'))
        .map(text => JSON.stringify(JSON.parse(text)))
      ok(parts.length > emls.length * 2 && reports.length > 2)
      const place = mkdtempSync(join(folder, `${form}-`))
      for (const [index, eml] of emls.entries()) writeFileSync(join(place, `${index}.eml`), eml)
      for (const [fate, become] of Object.entries(fates))
        writeFileSync(join(place, `${fate}.log`), parts.map(become).join('\n'), 'latin1')
      writeFileSync(join(place, 'reports.log'), reports.join('\n'), 'latin1')
      deepEqual(await rowsOf(place), [])
    },
  )
}
