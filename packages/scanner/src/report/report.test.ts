import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Finding } from '../finding.ts'
import { anyFinding, anyRow } from './any-finding.ts'
import { readJson } from './read-json.ts'
import { chooseReport, reports } from './index.ts'
import { isMachine } from './counts.ts'
import type { Report, ReportOptions } from './report.ts'
import { table } from './table.ts'

const options: ReportOptions = { width: 80, colour: false, family: () => undefined, only: 'source' }
const every = Object.entries({ ...reports, table })

function textOf(
  report: Report,
  findings: readonly Finding[],
  changed: Partial<ReportOptions> = {},
): Promise<string> {
  return text(report.write(findings, { ...options, ...changed }))
}

test('JSON gives back every finding that went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFinding), async findings => {
      const lines = (await textOf(reports.json, findings)).split('\n').slice(0, -1)
      deepEqual(
        lines.map((line, index) => readJson(line, index + 1)),
        findings.map(finding => ({ finding })),
      )
    }),
  )
})

for (const [name, report] of every) {
  test(`${name} writes nothing that a terminal obeys, whatever is in the findings`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFinding), async findings => {
        const written = await textOf(report, findings)
        doesNotMatch(written.replaceAll(/\r?\n/g, ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
}

for (const [name, report] of [
  ['table', table],
  ['csv', reports.csv],
  ['json', reports.json],
] as const) {
  test(`${name} shows the source and grade of every row`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { maxLength: 5 }),
        fc.integer({ min: 40, max: 200 }),
        async (rows, width) => {
          const written = await textOf(report, rows, { width })
          for (const { source, grade } of rows)
            ok(written.includes(source) && written.includes(grade), source)
        },
      ),
    )
  })
}

test('--only lists the sources of all rows but scanners and proxies, each once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow), async rows => {
      const sources = new Set(rows.filter(isMachine).map(({ source }) => source))
      equal(await textOf(reports.only, rows), [...sources].map(source => `${source}\n`).join(''))
    }),
  )
})

test('the table is written unless another report is asked for, and quiet goes before all', () => {
  equal(chooseReport({}), table)
  equal(chooseReport({ csv: true, json: false }), reports.csv)
  equal(chooseReport({ count: true, quiet: true }), reports.quiet)
  equal(chooseReport({ only: 'source' }), reports.only)
})
