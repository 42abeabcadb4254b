import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { exampleHost, exampleNotice } from '../../test/example-notice.ts'
import { hasProgram } from '../../test/has-program.ts'
import { anyNotice, nasty } from '../notice/any-notice.ts'
import { csvName } from './csv-name.ts'
import { columns } from './columns.ts'
import { hostsCsv } from './hosts-csv.ts'

/** Reads CSV as RFC 4180 has it, every cell quoted. */
function read(csv: string): readonly (readonly string[])[] {
  return csv
    .split('\r\n')
    .slice(0, -1)
    .map(line => [...line.matchAll(/(?:^|,)"((?:[^"]|"")*)"/g)])
    .map(cells => cells.map(([, cell = '']) => cell.replaceAll('""', '"')))
}

test('a row tells what Shadowserver would', () => {
  const [heading = [], row = []] = read(hostsCsv(exampleNotice()))
  const cells = Object.fromEntries(heading.map((name, index) => [name, row[index]]))
  deepEqual(
    [cells.timestamp, cells.src_ip, cells.src_port, cells.src_asn, cells.src_geo, cells.infection],
    ['2001-08-04 14:08:55', '192.0.2.9', '51234', '64500', 'NL', 'codered-x'],
  )
  deepEqual([cells.http_request_method, cells.count, cells.reporters], ['GET', '12', '2'])
  match(cells.http_url ?? '', /^\/default\[\.\]ida\?X\{224\}/)
  deepEqual(heading.slice(0, 3), ['timestamp', 'protocol', 'src_ip'])
})

test('of our witnesses nothing is told', () => {
  const told = Object.entries(columns).filter(([name]) => name.startsWith('dst_'))
  equal(told.length, 9)
  ok(told.every(([, cellOf]) => cellOf === undefined))
})

test('the file is named as Shadowserver names theirs', () => {
  equal(csvName(exampleNotice()), '2001-08-06-event4_honeypot_http_scan-redalert-as64500.csv')
  const hosts = [exampleHost(), exampleHost({ asn: 64501 })]
  equal(csvName(exampleNotice({ hosts })), '2001-08-06-event4_honeypot_http_scan-redalert.csv')
})

test('whatever the logs and the registry say, there is a row for each machine and no cell is a formula', () => {
  fc.assert(
    fc.property(anyNotice, notice => {
      const rows = read(hostsCsv(notice))
      equal(rows.length, notice.hosts.length + 1)
      for (const cells of rows) {
        equal(cells.length, Object.keys(columns).length)
        ok(cells.every(cell => !/^[\s"]*[=+\-@|%\t\r＝＋－＠]/u.test(cell)))
      }
      const reports = rows.slice(1).map(cells => cells[Object.keys(columns).indexOf('event_id')])
      deepEqual(new Set(reports), new Set(notice.hosts.map(({ report }) => report)))
    }),
    { numRuns: 40 },
  )
})

const office = ['soffice', 'libreoffice'].find(hasProgram)
const skip = office ? false : 'needs LibreOffice'

test('LibreOffice opens the table, and no cell is a formula', { skip, timeout: 120_000 }, () => {
  const agents = fc.sample(nasty, { numRuns: 40, seed: 1 })
  const hosts = agents.map((agent, index) =>
    exampleHost({
      why: agent,
      evidence: {
        at: exampleHost().first.at,
        text: `192.0.2.9 - - [04/Aug/2001:14:08:55 +0000] "GET ${agent.replaceAll(/[\r\n" ]/g, '')} HTTP/1.0" 404 283 "-" "${agent.replaceAll(/[\r\n"]/g, '')}"`,
      },
      report: `550e8400-e29b-41d4-a716-4466554400${String(index).padStart(2, '0')}`,
    }),
  )
  const csv = hostsCsv(exampleNotice({ hosts }))
  const sheet = opened(csv)
  equal(formulas(sheet), 0)
  for (const { report } of hosts) ok(sheet.includes(report), `${report} is not in the sheet`)
})

test(
  'LibreOffice takes a formula that is not made safe for one, or this proves nothing',
  { skip, timeout: 120_000 },
  () => {
    equal(formulas(opened('"a","b"\r\n"=1+1","c"\r\n')), 1)
  },
)

/** The sheet that LibreOffice makes of CSV, as flat XML. */
function opened(csv: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-csv-'))
  try {
    writeFileSync(join(folder, 'hosts.csv'), csv)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const filter = '--infilter=CSV:44,34,76'
    const { status, stderr } = spawnSync(
      office ?? '',
      [
        profile,
        '--headless',
        filter,
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        join(folder, 'hosts.csv'),
      ],
      { encoding: 'utf8', timeout: 100_000 },
    )
    equal(status, 0, stderr)
    return readFileSync(join(folder, 'hosts.fods'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function formulas(sheet: string): number {
  return [...sheet.matchAll(/table:formula=/g)].length
}
