import { deepEqual, equal, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import {
  type Address,
  type Cell,
  type Hour,
  type Identity,
  type Instant,
  parseZone,
  type Submission,
  submissionOf,
  writeSubmission,
} from '@redalert/core'
import { matcher } from './matcher.ts'
import { addressObjection } from './ordinary.ts'
import { type SentLine, verifyLines } from './verify-lines.ts'
import { verifySubmission } from './verify-submission.ts'

const now = '2026-11-25T00:00:00Z' as Instant
const match = matcher()
const codered = `/default.ida?${'N'.repeat(224)}%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u6858%ucbd3%u7801%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a`
const worm = (source: string, time = '19/Jul/2001:16:08:55 +0200') =>
  `${source} - - [${time}] "GET ${codered} HTTP/1.0" 404 283`

function verified(text: string, more: object = {}) {
  return verifyLines(sent(text), {
    now,
    profile: 'real',
    context: {},
    match,
    sensor: 's1',
    ...more,
  })
}

function sent(text: string): readonly SentLine[] {
  return text.split('\n').map((line, index) => ({ number: index + 1, text: line }))
}

function told(cells: Iterable<Cell>, more: Partial<Submission> = {}): Submission {
  return { writer: 'test', zone: null, cells: [...cells], coverage: [], ...more }
}

function submitted(submission: Submission) {
  return verifySubmission(submission, { now, profile: 'real', match })
}

const [honest] = verified(worm('20.0.0.7')).cells.values()

test('a line becomes the cell that a scan would make of it, redacted', () => {
  const { cells, counts } = verified(
    `20.0.0.7 - frank [19/Jul/2001:16:08:55 +0200] "GET ${codered} HTTP/1.0" 404 283 "http://www.example.org/?q=secret" "-"`,
  )
  const [cell] = cells.values()
  equal(cell!.source, '20.0.0.7')
  equal(cell!.mark, 'codered-n-worm')
  equal(cell!.hour, '2001-07-19T14')
  equal(cell!.evidence[0]!.text.includes('frank'), false)
  equal(cell!.evidence[0]!.text.includes('secret'), false)
  equal(counts.accepted, 1)
})

test('every line is counted once', () => {
  const text = [
    worm('20.0.0.7'),
    worm('20.0.0.7'),
    '20.0.0.8 - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 200 5',
    '',
    '#Software: x',
    'what is this',
    worm('10.0.0.1'),
    '2001-07-19 16:55:47 +01:00\t0\t1\t20.0.0.9\t???\t198.51.100.7\t80\t6\t',
  ].join('\n')
  const { counts } = verified(text)
  deepEqual(
    { ...counts, refused: counts.refused.map(({ reason, numbers }) => [reason, numbers]) },
    {
      units: 8,
      accepted: 2,
      duplicates: 1,
      other: 1,
      skipped: 2,
      contacts: 1,
      refused: [
        ['no-format', [[6, 6]]],
        ['private-source', [[7, 7]]],
      ],
    },
  )
})

test('what nobody should be accused of is set apart, with its reason', () => {
  for (const [source, time, reason] of [
    ['192.168.1.1', undefined, 'private-source'],
    ['127.0.0.1', undefined, 'private-source'],
    ['100.64.0.1', undefined, 'private-source'],
    ['192.0.2.7', undefined, 'impossible-source'],
    ['224.0.0.1', undefined, 'impossible-source'],
    ['255.255.255.255', undefined, 'impossible-source'],
    ['0.0.0.0', undefined, 'impossible-source'],
    ['ff02::1', undefined, 'impossible-source'],
    ['4000::1', undefined, 'impossible-source'],
    ['host.example.org', undefined, 'name-source'],
    ['20.0.0.7', '25/Nov/2026:00:10:01 +0000', 'future'],
  ] as const) {
    const { counts, cells } = verified(worm(source, time))
    deepEqual([counts.refused[0]?.reason, cells.size], [reason, 0], source)
  }
  equal(verified(worm('20.0.0.7', '25/Nov/2026:00:10:00 +0000')).counts.accepted, 1)
  equal(verified(worm('20.0.0.7', '01/Jan/1998:00:00:00 +0000')).counts.accepted, 1)
})

test('in an exercise documentation addresses are ordinary, and private ones are not', () => {
  equal(verified(worm('192.0.2.7'), { profile: 'exercise' }).counts.accepted, 1)
  equal(addressObjection('10.0.0.1' as Address, 'exercise'), 'private-source')
  equal(addressObjection('2001:db8::1' as Address, 'exercise'), undefined)
  equal(addressObjection('2001:db8::1' as Address, 'real'), 'impossible-source')
})

test('local time needs a zone', () => {
  const line =
    '[Wed Dec 07 01:10:12 2005] [error] [client 20.0.0.7] File does not exist: /var/www/html/scripts/root.exe'
  equal(verified(line).counts.refused[0]?.reason, 'clock-assumed')
  const { cells } = verified(line, { context: { zone: parseZone('+01:00') } })
  deepEqual(
    [...cells.values()].map(({ hour, clock }) => [hour, clock]),
    [['2005-12-07T00', 'known']],
  )
})

test("the log's own server accuses nobody of itself", () => {
  const text = [
    '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip sc-status',
    `2001-08-04 14:08:55 20.0.0.80 GET /scripts/root.exe /c+dir 20.0.0.80 404`,
    `2001-08-04 14:08:55 20.0.0.80 GET /scripts/root.exe /c+dir 20.0.0.9 404`,
  ].join('\n')
  const { counts, cells } = verified(text)
  equal(counts.refused[0]?.reason, 'own-address')
  deepEqual(
    [...cells.values()].map(({ source }) => source),
    ['20.0.0.9'],
  )
})

test('a proxy in front of the server is not accused of what came through it', () => {
  const page = (index: number) =>
    `20.0.0.1 - - [19/Jul/2001:16:08:55 +0200] "GET /${index} HTTP/1.0" 200 5 "-" "agent ${index % 20}"`
  const whole = [
    ...Array.from({ length: 300 }, (_, index) => page(index)),
    worm('20.0.0.1'),
    worm('20.0.0.9'),
  ]
  const { counts, cells } = verified(whole.join('\n'))
  equal(counts.refused[0]?.reason, 'proxy-front')
  deepEqual(
    [...cells.values()].map(({ source }) => source),
    ['20.0.0.9'],
  )
  const extract = Array.from({ length: 300 }, (_, index) =>
    worm('20.0.0.1', `19/Jul/2001:16:${10 + (index % 50)}:${10 + (index % 50)} +0200`),
  )
  equal(verified(extract.join('\n')).counts.accepted, 300)
})

test('a whole log says what could have been seen, an extract does not', () => {
  const page = '20.0.0.8 - - [19/Jul/2001:16:08:55 +0200] "GET / HTTP/1.0" 200 5'
  deepEqual(
    verified([page, page, worm('20.0.0.7')].join('\n')).coverage.map(({ hours }) => hours),
    [{ '2001-07-19T14': 3 }],
  )
  deepEqual(verified(worm('20.0.0.7')).coverage, [])
})

test('cells of an honest scan are taken as they are', () => {
  for (const { name, text } of logs()) {
    const lines = verified(text, { context: { zone: parseZone('+01:00') } })
    const written = writeSubmission(told(lines.cells.values(), { zone: '+01:00' }))
    const again = submitted(submissionOf(JSON.parse(written)))
    const refused = new Set(again.counts.refused.map(({ reason }) => reason))
    refused.delete('proxy-front')
    deepEqual([...refused], [], name)
    for (const [key, cell] of again.cells) deepEqual(cell, lines.cells.get(key), name)
  }
})

for (const [what, change, reason] of [
  ['another source', { source: '20.0.0.8' as Address }, 'evidence-source'],
  ['another spelling of the source', { source: '020.0.0.7' as Address }, 'bad-source'],
  ['another mark', { mark: 'codered-x-worm' }, 'evidence-mark'],
  ['a mark nobody knows', { mark: 'no-such-mark' }, 'evidence-mark'],
  [
    'another hour',
    {
      hour: '2001-07-19T15' as Hour,
      first: '2001-07-19T15:00:00Z' as Instant,
      last: '2001-07-19T15:00:00Z' as Instant,
    },
    'evidence-hour',
  ],
  ['times outside its hour', { last: '2001-07-19T15:00:00Z' as Instant }, 'bad-time'],
  [
    'first after last',
    { first: '2001-07-19T14:59:00Z' as Instant, last: '2001-07-19T14:10:00Z' as Instant },
    'bad-time',
  ],
  [
    'a day that no calendar has',
    {
      hour: '2001-02-31T14' as Hour,
      first: '2001-02-31T14:00:00Z' as Instant,
      last: '2001-02-31T14:00:00Z' as Instant,
    },
    'bad-time',
  ],
  ['an assumed clock', { clock: 'assumed' }, 'clock-assumed'],
  [
    'identities twice',
    { identities: ['0123456789abcdef', '0123456789abcdef'] as Identity[] },
    'bad-identities',
  ],
  [
    'evidence that is none',
    { evidence: [{ at: honest!.first, text: 'believe me' }] },
    'evidence-unread',
  ],
  [
    'evidence of an ordinary request',
    { evidence: [{ at: honest!.first, text: honest!.evidence[0]!.text.replace(codered, '/') }] },
    'evidence-mark',
  ],
  [
    'one true line and one false',
    { evidence: [...honest!.evidence, { at: honest!.first, text: worm('20.0.0.9') }] },
    'evidence-source',
  ],
] as const) {
  test(`a cell with ${what} is refused`, () => {
    const { counts, cells } = submitted(told([{ ...honest!, ...change }]))
    deepEqual([counts.refused.map(each => each.reason), cells.size], [[reason], 0])
  })
}

test('a payload that the evidence does not show is not believed', () => {
  const { cells } = submitted(told([{ ...honest!, ownPayload: true, payloadHosts: ['20.0.0.9'] }]))
  const [cell] = cells.values()
  deepEqual([cell!.ownPayload, cell!.payloadHosts], [false, []])
})

test('secrets in evidence that came unredacted do not stay', () => {
  const text = `20.0.0.7 - frank [19/Jul/2001:16:08:55 +0200] "GET ${codered} HTTP/1.0" 404 283 "http://www.example.org/?q=secret" "-"`
  const { cells } = submitted(told([{ ...honest!, evidence: [{ at: honest!.first, text }] }]))
  equal(/frank|secret/.test(JSON.stringify([...cells.values()])), false)
})

test('how often and from when to when is the word of the submitter', () => {
  const claimed = {
    ...honest!,
    identities: ['0000000000000000', ...honest!.identities] as Identity[],
    last: '2001-07-19T14:59:00Z' as Instant,
  }
  deepEqual([...submitted(told([claimed])).cells.values()], [claimed])
})

test('a sensor does not accuse the address that it listens on', () => {
  const coverage = [{ sensor: 's1', hours: {}, listens: ['20.0.0.7'], signatures: '1' }]
  equal(submitted(told([honest!], { coverage })).counts.refused[0]?.reason, 'own-address')
})

test('hours to come were not covered', () => {
  const hours = { '2001-07-19T14': 5, '2030-01-01T00': 5, '2001-02-31T00': 5 } as Record<
    Hour,
    number
  >
  const coverage = [{ sensor: 's1', hours, listens: null, signatures: '1' }]
  deepEqual(submitted(told([], { coverage })).coverage[0]!.hours, { '2001-07-19T14': 5 })
})

function logs(): readonly { readonly name: string; readonly text: string }[] {
  const folder = join(import.meta.dirname, '../../../../fixtures/logs')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    /log|_/.test(name.split(/[/\\]/).at(-1)!),
  )
  const found = names
    .filter(name => /\.(log|gz|\d)$|error_log$/.test(name))
    .map(name => {
      const bytes = readFileSync(join(folder, name))
      return { name, text: (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1') }
    })
  ok(found.length > 10)
  return found
}
