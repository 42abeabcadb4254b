import { equal, match, ok } from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import { type Instant, parseSource, type Source } from '@redalert/core'
import type { Finding, Row, Summary } from '../finding.ts'
import type { ReportOptions } from './report.ts'
import { table } from './table.ts'
import { widthOf } from './width.ts'

const names: Readonly<Record<string, string>> = {
  nimda: 'Nimda',
  'codered-n': 'Code Red',
  'root-exe': 'IIS back-door probe',
}
const advice = { clean: 'Install it anew.', patch: 'Patch it.' }
const plain: ReportOptions = {
  width: 80,
  colour: false,
  family: id => ({ name: names[id] ?? id, advice }),
}
const at = (time: string) => time as Instant

const nimda: Row = {
  kind: 'sighting',
  source: parseSource('192.0.2.7') as Source,
  family: 'nimda',
  hole: 'CVE-2000-0884',
  grade: 'infected',
  reason: "it tried 8 of Nimda's doors within two hours, as no scanner does",
  setApart: null,
  clock: 'known',
  first: at('2001-09-18T14:08:55Z'),
  last: at('2001-09-18T16:22:10Z'),
  requests: { count: 16, exact: true },
  cells: [],
  lines: 16,
  files: ['access.log'],
  evidence: [{ at: at('2001-09-18T14:08:55Z'), text: '', file: 'access.log', line: 7 }],
}
const mine: Row = { ...nimda, source: parseSource('10.0.0.7') as Source, setApart: 'mine' }
const probe: Row = {
  ...nimda,
  source: parseSource('198.51.100.9') as Source,
  family: 'root-exe',
  grade: 'probe',
  reason: 'it looked for a back door of IIS',
  requests: { count: 1417, exact: false },
  lines: 1433,
  last: at('2001-10-02T03:00:00Z'),
  files: ['access.log', 'access.log.1', 'access.log.2', 'error.log'],
  evidence: [],
}
const summary: Summary = {
  kind: 'summary',
  files: 4,
  lines: 18_234,
  matched: 449,
  other: 17_765,
  unread: 12,
  skipped: 8,
  bytes: 2_345_678,
  seconds: 0.5,
  first: at('2001-07-19T00:00:03Z'),
  last: at('2001-10-03T03:11:59Z'),
}

function shown(
  findings: readonly Finding[],
  changed: Partial<ReportOptions> = {},
): Promise<string> {
  return text(table.write(findings, { ...plain, ...changed }))
}

test('a whole scan is told in one calm table', async () => {
  const findings: readonly Finding[] = [
    { kind: 'redalert', schema: 1, sensor: 'www', zone: null, signatures: '1' },
    {
      kind: 'fault',
      code: 'truncated',
      file: 'access.log.3.gz',
      message: 'access.log.3.gz ends early',
    },
    nimda,
    probe,
    mine,
    {
      kind: 'payload-host',
      host: 'evil\x1b[2J.example.org',
      sources: ['192.0.2.7', '198.51.100.9'],
    },
    {
      kind: 'answered',
      file: 'access.log',
      line: 9,
      text: '192.0.2.7 - - [...] "GET /scripts/root.exe HTTP/1.0" 200 9',
    },
    { kind: 'coverage', sensor: 'www', hours: {}, listens: null, signatures: '1' },
    summary,
  ]
  equal(
    await shown(findings),
    `Your machines
These addresses are your own, and they send what infected machines send. See to
them first.

Nimda, infected: it tried 8 of Nimda's doors within two hours, as no scanner
does
SOURCE        FIRST – LAST SEEN (UTC)   REQUESTS  LINES  FILE:LINE
10.0.0.7      2001-09-18 14:08 – 16:22        16     16  access.log:7

What to do about Nimda
  Clean it: Install it anew.
  Close the hole: Patch it.

Look at this server
It answered requests for a back door as if the door were open. Is there such a
file on it? If so, it has been broken into itself.
  access.log:9
    192.0.2.7 - - [...] "GET /scripts/root.exe HTTP/1.0" 200 9

Nimda, infected: it tried 8 of Nimda's doors within two hours, as no scanner
does
SOURCE        FIRST – LAST SEEN (UTC)   REQUESTS  LINES  FILE:LINE
192.0.2.7     2001-09-18 14:08 – 16:22        16     16  access.log:7

IIS back-door probe, probe: it looked for a back door of IIS
SOURCE        FIRST – LAST SEEN (UTC)   REQUESTS  LINES  FILE:LINE
198.51.100.9  2001-09-18 – 2001-10-02     ≈1,417  1,433  access.log +3

Where it comes from
The machines above told this server to fetch programs from these hosts, or to
call them:
  evil\\x1b[2J.example.org  told by 192.0.2.7 and 1 other

3 machines: 2 infected, 1 probing, 1 of them yours.
1 problem told on the standard error: what could not be read is not in this
table.
18,234 lines of 4 files = 449 matched + 17,765 other + 12 unread + 8 skipped
Logged from 2001-07-19 00:00:03 to 2001-10-03 03:11:59 UTC
Read 2.3 MB in 0.5 s: 36,468 lines/s, 4.7 MB/s

The owners of these machines hardly know it: redalert letters writes to each of
them, for you to send. --json writes down all the proof.
12 lines could not be read: --unread shows which, and why.
`,
  )
})

test('a wide terminal shows times to the second', async () => {
  match(
    await shown([nimda], { width: 120 }),
    /2001-09-18 14:08:55 – 16:22:10 {8}16 {5}16 {2}access/,
  )
})

test('an address too long for its column has a line of its own', async () => {
  const source = parseSource('2001:db8:1234:5678:9abc:def0:1234:5678') as Source
  match(
    await shown([nimda, { ...probe, source }]),
    /\n2001:db8:1234:5678:9abc:def0:1234:5678\n {17}2001-09-18 – 2001-10-02 /,
  )
})

for (const width of [40, 80, 132]) {
  test(`${width} columns hold the sentences, and from 80 on every line`, async () => {
    const lines = (await shown([mine, nimda, probe, summary], { width })).split('\n')
    const tables = width < 80 ? lines.filter(line => /^(?:\d|SOURCE|Logged|Read)/.test(line)) : []
    for (const line of lines) ok(widthOf(line) <= width || tables.includes(line), line)
  })
}

test('finding nothing is said, with what was read', async () => {
  const nothing = await shown([{ ...summary, matched: 0, unread: 0 }])
  match(
    nothing,
    /^Nothing found: these logs show no infected machine of a family that redalert\nknows\.\n18,234 lines/,
  )
  match(await shown([summary], { minGrade: 'likely' }), /Nothing found: .*at least likely/s)
})

test('reading nothing is not called finding nothing', async () => {
  const { first: _, last: __, ...none } = { ...summary, matched: 0, other: 0 }
  match(await shown([{ ...none, lines: 0, unread: 0 }]), /^Nothing was read/)
  match(await shown([none]), /^No line of these logs could be read/)
})

test('unread lines come first, as they come, and are not hinted at then', async () => {
  const unread: Finding = { kind: 'unread', file: 'a\x07.log', line: 3, reason: 'no time' }
  const told = await shown([unread, { ...summary, unread: 1 }])
  match(told, /^a\\x07\.log:3: no time\n\nNothing found/)
  ok(!told.includes('--unread'))
})

test('an assumed clock is said at the row, and what to do about it at the end', async () => {
  const told = await shown([{ ...nimda, clock: 'assumed' }, summary])
  match(told, /16:22:10\? /)
  match(told, /--zone Europe\/Berlin/)
})

test('colours change nothing but colours', async () => {
  const coloured = await shown([mine, nimda, probe, summary], { colour: true })
  ok(coloured.includes('\x1b[1;31mNimda, infected:\x1b[0m it tried'))
  equal(stripVTControlCharacters(coloured), await shown([mine, nimda, probe, summary]))
})

test('rows that are set apart stand behind the others, and scanners and proxies are not counted', async () => {
  const told = await shown([
    { ...nimda, setApart: 'proxy' },
    { ...probe, setApart: 'scanner' },
    nimda,
    summary,
  ])
  ok(
    told.indexOf('Nimda, infected') < told.indexOf('Known scanners') &&
      told.indexOf('Known scanners') < told.indexOf('Your proxies'),
  )
  match(told, /\n1 machine: 1 infected\.\n/)
})

test('a path gives way to its name, and the name to its end', async () => {
  const named = (file: string) =>
    shown([{ ...nimda, files: [file], evidence: [{ at: nimda.first, text: '', file, line: 117 }] }])
  match(await named('/var/log/apache2/www/access.log.1'), / 16 {2}…\/access\.log\.1:117\n/)
  match(await named('C:\\inetpub\\logs\\W3SVC1\\ex010719.log'), / 16 {2}…\\ex010719\.log:117\n/)
  match(await named('a-very-long-name-of-a-log-file.log'), / 16 {2}…-a-log-file\.log:117\n/)
})

test('a scan that was stopped says so in place of what it could not read', async () => {
  const told = await shown([
    { kind: 'fault', code: 'stopped', file: 'a.log', message: 'a.log was read only to byte 7' },
    nimda,
    summary,
  ])
  match(told, /1 infected\.\nThe scan was stopped: this is what was found until then\.\n18,234/)
})

test('of many answered back doors the first are shown and the others counted', async () => {
  const door: Finding = { kind: 'answered', file: 'a.log', line: 1, text: 'GET /scripts/root.exe' }
  match(
    await shown(Array.from({ length: 12 }, () => door)),
    /\n {2}and 7 others; --json shows them\n/,
  )
})

test('a line that a stranger made very long is shown by its beginning', async () => {
  const told = await shown([
    { kind: 'answered', file: 'a.log', line: 1, text: '\xff'.repeat(65_536) },
  ])
  ok(told.length < 1000)
})

test('twenty thousand rows are written in a moment', async () => {
  const rows = Array.from({ length: 20_000 }, () => nimda)
  const begun = performance.now()
  equal((await shown(rows)).split('\n').length, 3 + 20_000 + 1)
  ok(performance.now() - begun < 5000)
})
