import { deepEqual, equal, ok } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { signatures } from '@redalert/core'
import type { Row } from './finding.ts'
import { readTruth, scanRealLog, withoutRealLogs as skip } from './real-logs.ts'

const known = new Set(signatures.map(({ id }) => id))

const rows = new Map<string, readonly Row[]>()

test('read the real logs', { skip }, async () => {
  const files = new Set(readTruth().map(({ file }) => file))
  ok(files.size > 10)
  for (const file of files) rows.set(file, await scanRealLog(file))
})

test(
  'every worm of a public source is found, with its family, and infected where the lines prove it',
  { skip },
  () => {
    const missed = new Set<string>()
    let found = 0
    for (const { file, source, families, kind, scope } of readTruth()) {
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
  const all = readTruth()
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
  const all = readTruth().filter(({ kind }) => kind.endsWith('scanner'))
  const wrong = all.filter(({ file, source }) =>
    rows.get(file)?.some(row => row.source === source && row.grade === 'infected'),
  )
  deepEqual(wrong, [])
})

test("one's own machines are shown as one's own", { skip }, () => {
  const own = readTruth().filter(
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
    deepEqual(await scanRealLog(join('benign', file)), [])
  })
}
