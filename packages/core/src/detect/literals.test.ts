import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type EntryReading, formats, readLine } from '../formats/index.ts'
import { signatures } from '../signatures/index.ts'
import type { Signature, When } from '../signatures/signature.ts'
import { literals } from './literals.ts'
import { match, rules } from './match.ts'
import { mayAccuse } from './may-accuse.ts'

const ready = rules(signatures)
const sought = literals(ready)!

/** The parts of a record that the filter reads, as they stand in it. */
function passes({ record, located: { spans } }: EntryReading): boolean {
  const texts = (['request', 'method', 'target', 'query'] as const).map(name => spans[name])
  const headers = (['referer', 'userAgent'] as const).map(name => spans[name])
  const raw = (span: readonly [number, number] | undefined) => (span ? record.slice(...span) : '')
  return (
    texts.some(span => mayAccuse(raw(span), sought.request)) ||
    (sought.headers !== undefined && headers.some(span => mayAccuse(raw(span), sought.headers!)))
  )
}

/** Whether a line gives a mark by more than a missing file. */
function accuses(reading: EntryReading): boolean {
  const { entry } = reading
  return !entry.cut && match(entry, ready).some(({ field }) => field !== 'missing')
}

const samples = signatures.flatMap(({ marks }) =>
  Object.values(marks).flatMap(rule => rule.samples.positive),
)

const entries = samples
  .map(line => readLine(line, {}))
  .filter(reading => reading.kind === 'entry')
  .map(({ entry }) => entry)
  .filter(entry => entry.target !== undefined && !entry.cut)

test('every sample that gives a mark passes the filter', () => {
  let passed = 0
  for (const line of samples) {
    const reading = readLine(line, {})
    if (reading.kind !== 'entry' || !accuses(reading)) continue
    ok(passes(reading), line)
    passed++
  }
  ok(passed > 15, `${passed}`)
})

/** One character in one of the spellings that decoding undoes. */
const spelling = fc.constantFrom<(char: string) => string>(
  char => char,
  char => char,
  char => char.toUpperCase(),
  char => percent(char),
  char => percent(char).toUpperCase(),
  char => percent(char).replace('%', '%25'),
  char => percent(char).replace(/[0-9a-f]/, digit => percent(digit)),
  char => `%u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  char => `\\x${hex(char.charCodeAt(0))}`,
  char => `%${hex(0xc0 | (char.charCodeAt(0) >> 6))}%${hex(0x80 | (char.charCodeAt(0) & 0x3f))}`,
  char => String.fromCharCode(0xc0 | (char.charCodeAt(0) >> 6), 0x80 | (char.charCodeAt(0) & 0x3f)),
  char =>
    `%e0${String.fromCharCode(0x80 | (char.charCodeAt(0) >> 6))}%${hex(0x80 | (char.charCodeAt(0) & 0x3f))}`,
  char => (char === ' ' ? '+' : char === '/' ? '\\\\' : char),
)

function percent(char: string): string {
  return `%${hex(char.charCodeAt(0))}`
}

function hex(code: number): string {
  return code.toString(16).padStart(2, '0')
}

const respelled = fc
  .tuple(
    fc.constantFrom(...entries),
    fc.constantFrom(...formats.filter(({ name }) => !name.startsWith('error-log'))),
    fc.array(spelling, { minLength: 40, maxLength: 40 }),
    fc.nat(6),
  )
  .map(([entry, format, ways, every]) => {
    const spell = (char: string, at: number) =>
      at % (every + 1) === 0 && char !== '?' && char !== '%' ? ways[at % ways.length]!(char) : char
    return format.write({ ...entry, target: entry.target!.split('').map(spell).join('') })
  })

test('in whatever encoding a request is written, if it gives a mark it passes the filter', () => {
  let accused = 0
  fc.assert(
    fc.property(respelled, line => {
      const reading = readLine(line, {})
      if (reading.kind !== 'entry' || !accuses(reading)) return
      accused++
      ok(passes(reading), line)
    }),
    { numRuns: 3000 },
  )
  ok(accused > 300, `only ${accused} lines gave a mark`)
})

test('ordinary requests do not pass', () => {
  for (const target of [
    '/wp-content/uploads/2021/03/B%C3%A4r%20und%20Hase.jpg',
    '/?s=%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82&x=%E0%B8%81%2F%3D',
    '/index.php?a[]=1&b=%F0%9F%98%80',
    '/caf\\xC3\\xA9',
  ])
    equal(mayAccuse(`GET ${target} HTTP/1.1`, sought.request), false, target)
})

function family(when: When): Signature {
  const mark = { when, samples: { positive: [], negative: [] } }
  return { ...signatures[0]!, marks: { one: mark } }
}

test('a family that comes through a header is looked for there and nowhere else', () => {
  const found = literals(rules([family({ userAgent: { contains: '() {' } })]))!
  deepEqual(found.request.texts, [])
  for (const agent of ['() { :;}; /bin/id', '()%20{', '%28) {', '\\x28) {', '()+{', '\\u0028) {'])
    ok(mayAccuse(agent, found.headers!), agent)
  ok(!mayAccuse('Mozilla/5.0 (X11; Linux x86_64)', found.headers!))
})

test('a family with nothing to look for makes every line one to be looked at', () => {
  equal(literals(rules([family({ method: { is: 'GET' }, path: { is: '/a' } })])), undefined)
  equal(literals(rules([family({ userAgent: { absent: true } })])), undefined)
})
