import { equal, ok } from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyRow } from './any-finding.ts'
import { csv } from './csv.ts'
import type { ReportOptions } from './report.ts'

const options: ReportOptions = { width: 80, colour: false, family: () => undefined }

/** Reads CSV as RFC 4180 has it. */
function read(csvText: string): readonly (readonly string[])[] {
  return csvText
    .split('\r\n')
    .slice(0, -1)
    .map(line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)])
    .map(cells => cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
}

test('every line has as many cells as the heading, and no cell is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow), async rows => {
      const [heading = [], ...lines] = read(await text(csv.write(rows, options)))
      equal(lines.length, rows.length)
      for (const [index, cells] of lines.entries()) {
        equal(cells.length, heading.length)
        equal(cells[0], rows[index]?.source)
        ok(cells.every(cell => !/^\s*[=+\-@\t\r]/.test(cell)))
      }
    }),
  )
})

test('a formula in a log line becomes a text', async () => {
  const [row] = fc.sample(anyRow, 1)
  const evidence = [{ at: row!.first, text: '=HYPERLINK("http://example.org")' }]
  const written = await text(csv.write([{ ...row!, evidence }], options))
  ok(written.endsWith(`,"'=HYPERLINK(""http://example.org"")"\r\n`))
})
