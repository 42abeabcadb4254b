import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Grade, grades } from '@redalert/core'
import type { Row } from './finding.ts'
import { readTruth, scanRealLog, type Truth, withoutRealLogs as skip } from './real-logs.ts'

const page = join(import.meta.dirname, '..', '..', '..', 'docs', 'accuracy.md')
const outcomes = [...grades, 'no row'] as const

const rows = new Map<string, readonly Row[]>()

test('scan the real logs', { skip }, async () => {
  for (const file of new Set(readTruth().map(({ file }) => file)))
    rows.set(file, await scanRealLog(file))
})

/** The surest row of a line's source that is of a family the line is of. */
function rowOf({ file, source, families }: Truth): Row | undefined {
  const own = (rows.get(file) ?? []).filter(
    row => row.source === source && (families.includes('*') || families.includes(row.family)),
  )
  return grades.map(grade => own.find(row => row.grade === grade)).find(row => row !== undefined)
}

const publicTruth = skip ? [] : readTruth().filter(({ scope }) => scope === 'public')

function table(): string {
  const counts = new Map<string, Map<string, number>>()
  for (const truth of publicTruth) {
    const outcome = rowOf(truth)?.grade ?? 'no row'
    const ofKind = counts.get(truth.kind) ?? new Map<string, number>()
    counts.set(truth.kind, ofKind.set(outcome, (ofKind.get(outcome) ?? 0) + 1))
  }
  const lines = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return [
    `| kind of line | ${outcomes.join(' | ')} |`,
    `|---|${'---:|'.repeat(outcomes.length)}`,
    ...lines.map(
      ([kind, ofKind]) =>
        `| ${kind} | ${outcomes.map(outcome => ofKind.get(outcome) ?? 0).join(' | ')} |`,
    ),
  ].join('\n')
}

test(
  'the table of grades against the truth is the one that docs/accuracy.md shows',
  { skip },
  t => {
    const found = table()
    t.diagnostic(`\n${found}`)
    const text = readFileSync(page, 'utf8')
    ok(text.includes(found), `put this table into docs/accuracy.md:\n${found}`)
  },
)

test('no exploit, dropper or log-in bot of a public source is missed', { skip }, () => {
  const telling = publicTruth.filter(
    ({ kind, families }) =>
      ['exploit', 'exploit+dropper', 'login-bot'].includes(kind) && !families.includes('*'),
  )
  ok(telling.length > 150, String(telling.length))
  deepEqual(
    telling
      .filter(truth => !rowOf(truth))
      .map(({ file, source, families }) => `${file} ${source} ${families.join('|')}`),
    [],
  )
})

test('whoever is called infected sent a worm, or a program that spreads', { skip }, () => {
  const infected = [...rows].flatMap(([file, found]) =>
    found
      .filter(({ grade, setApart }) => grade === 'infected' && setApart === null)
      .map(row => ({ file, row })),
  )
  ok(infected.length > 15, String(infected.length))
  const wrong = infected.filter(
    ({ file, row }) =>
      !publicTruth.some(
        truth =>
          truth.file === file &&
          truth.source === row.source &&
          truth.families.includes(row.family) &&
          ['worm', 'worm?', 'exploit+dropper'].includes(truth.kind),
      ),
  )
  deepEqual(
    wrong.map(({ file, row }) => `${file} ${row.source} ${row.family}`),
    [],
  )
})

test('of the lines that bring a program, at least 95 of 100 have a likely sender', { skip }, () => {
  const droppers = publicTruth.filter(({ kind }) => kind === 'exploit+dropper')
  const sure: readonly (Grade | undefined)[] = ['infected', 'likely']
  const likely = droppers.filter(truth => sure.includes(rowOf(truth)?.grade))
  ok(droppers.length > 30, String(droppers.length))
  ok(likely.length >= 0.95 * droppers.length, `${likely.length} of ${droppers.length}`)
})

test('no scanner is more than a probe', { skip }, () => {
  const scanners = readTruth().filter(({ kind }) => kind.endsWith('scanner'))
  ok(scanners.length > 5)
  const wrong = scanners.flatMap(({ file, source }) =>
    (rows.get(file) ?? []).filter(row => row.source === source && row.grade !== 'probe'),
  )
  deepEqual(
    wrong.map(({ source, family, grade }) => `${source} ${family} ${grade}`),
    [],
  )
})

test('a scanner that says what it is is set apart', { skip }, () => {
  const apart = [...rows.values()].flat().filter(({ setApart }) => setApart === 'scanner')
  ok(apart.length > 1, String(apart.length))
  for (const { evidence } of apart)
    for (const { text } of evidence) ok(/leakix|nmap|zgrab|masscan|censys/i.test(text), text)
})
