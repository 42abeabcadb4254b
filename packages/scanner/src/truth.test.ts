import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { signatures } from '@redalert/core'
import type { Finding, Row } from './finding.ts'
import { findLogs } from './read/find-logs.ts'
import { scan } from './scan.ts'

/** Real logs and what their lines are, by people who read them; it lies beside the repository, for its licences differ. */
const logs = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'logs')
const truthFile = join(logs, 'TRUTH.tsv')
const skip = existsSync(truthFile) ? false : 'the real logs are not here (../shared/data/logs)'

type Truth = {
  readonly file: string
  readonly source: string
  readonly families: readonly string[]
  readonly kind: string
  readonly scope: string
}

const known = new Set(signatures.map(({ id }) => id))

function truths(): readonly Truth[] {
  const lines = readFileSync(truthFile, 'latin1').split('\n').slice(1).filter(Boolean)
  return lines.map(line => {
    const [file = '', , source = '', family = '', kind = '', , , scope = ''] = line.split('\t')
    // A door of IIS that somebody tried is here what root-exe is, or nothing.
    const families = family.split('|').map(id => (id === 'iis-probe' ? 'root-exe' : id))
    return { file, source, families, kind, scope }
  })
}

async function rowsOf(file: string): Promise<readonly Row[]> {
  const findings: Finding[] = []
  const found = (await findLogs([join(logs, file)])).filter(each => each.kind === 'log')
  equal(found.length, 1, file)
  for await (const finding of scan(found, { sensor: 'test', clock: () => 0 }))
    findings.push(finding)
  return findings.filter(finding => finding.kind === 'sighting')
}

const rows = new Map<string, readonly Row[]>()

test('read the real logs', { skip }, async () => {
  const files = new Set(truths().map(({ file }) => file))
  ok(files.size > 10)
  for (const file of files) rows.set(file, await rowsOf(file))
})

test(
  'every worm of a public source is found, with its family, and infected where the lines prove it',
  { skip },
  () => {
    const missed = new Set<string>()
    let found = 0
    for (const { file, source, families, kind, scope } of truths()) {
      if (scope !== 'public' || (kind !== 'worm' && kind !== 'worm?')) continue
      const row = rows
        .get(file)
        ?.find(each => each.source === source && families.includes(each.family))
      if (row && (kind === 'worm?' || row.grade === 'infected')) found++
      else missed.add(`${file} ${source} ${families.join('|')} ${kind}: ${row?.grade ?? 'no row'}`)
    }
    deepEqual([...missed], [])
    ok(found > 140, String(found))
  },
)

test('nobody is invented: each row of a known family is in the truth', { skip }, () => {
  const all = truths()
  const invented = [...rows].flatMap(([file, found]) =>
    found
      .filter(
        ({ source, family }) =>
          !all.some(
            truth =>
              truth.file === file &&
              truth.source === source &&
              (truth.families.includes(family) || truth.families.includes('*')),
          ),
      )
      .map(
        ({ source, family, grade, evidence }) =>
          `${file} ${source} ${family} ${grade} ${evidence[0]?.text.slice(0, 120)}`,
      ),
  )
  deepEqual(invented, [])
})

test('no scanner is called infected', { skip }, () => {
  const all = truths().filter(({ kind }) => kind.endsWith('scanner'))
  const wrong = all.filter(({ file, source }) =>
    rows.get(file)?.some(row => row.source === source && row.grade === 'infected'),
  )
  deepEqual(wrong, [])
})

test("one's own machines are shown as one's own", { skip }, () => {
  const own = truths().filter(
    ({ scope, families }) => scope === 'mine' && families.some(id => known.has(id)),
  )
  for (const { file, source } of own) {
    for (const row of rows.get(file)?.filter(each => each.source === source) ?? [])
      equal(row.setApart, 'mine', `${file} ${source}`)
  }
})

for (const file of [
  'SYNTHETIC-literals-outside-request.log',
  'elastic-apache-2015.log',
  'elastic-nginxplus-json.log',
]) {
  test(`benign/${file} accuses nobody`, { skip }, async () => {
    deepEqual(await rowsOf(join('benign', file)), [])
  })
}
