import { deepEqual, equal, ok } from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Address } from '@redalert/core'
import fc from 'fast-check'
import { virtualTime } from '../../test/virtual-time.ts'
import type { Holding } from '../model/holding.ts'
import { anyAddress, anyRange } from '../ranges/any-range.ts'
import { blockOf } from '../ranges/block.ts'
import { holds, type Range } from '../ranges/range.ts'
import { openCacheFile } from './cache-file.ts'
import { rangeCache } from './range-cache.ts'
import { reachOf } from './reach-of.ts'

const day = 24 * 60 * 60_000
const address = (text: string) => text as Address
const holding = (start: string, end: string, more: Partial<Holding> = {}): Holding => ({
  range: { start, end } as Range,
  source: 'rdap',
  registry: 'ripe',
  clues: [],
  asked: [start as Address],
  whole: false,
  settled: true,
  ...more,
})
const half = () => 0.5

test('an answer speaks for the asked address; near it provisionally; further away as a guess', () => {
  const wide = holding('192.0.0.0', '192.0.255.255', { asked: [address('192.0.2.7')] })
  equal(reachOf(wide, address('192.0.2.7')), 'certain')
  equal(reachOf(wide, address('192.0.2.8')), 'provisional')
  equal(reachOf(wide, address('192.0.3.7')), 'guess')
  equal(reachOf(wide, address('192.1.0.0')), undefined)
  equal(reachOf({ ...wide, whole: true }, address('192.0.3.7')), 'certain')
})

test('one question for a wide network names nobody for certain elsewhere in it', () => {
  const cache = rangeCache({ now: () => 0, random: half })
  cache.keep(
    holding('192.0.0.0', '192.0.255.255', { registry: 'wide', asked: [address('192.0.2.7')] }),
  )
  cache.keep(holding('192.0.9.0', '192.0.9.127', { registry: 'narrow', whole: true }))
  equal(cache.find(address('192.0.9.100'))?.holding.registry, 'narrow')
  equal(cache.find(address('192.0.9.200'))?.certainty, 'guess')
  equal(cache.find(address('192.0.2.7'))?.certainty, 'certain')
})

test('never is an answer told as certain for an address in which a narrower network was found', () => {
  const width = fc.constantFrom(1 as const, 4 as const)
  const tree = width.chain(one =>
    fc.tuple(
      fc.array(anyRange(one), { minLength: 1, maxLength: 12 }),
      fc.array(anyAddress(one), { minLength: 1, maxLength: 12 }),
    ),
  )
  fc.assert(
    fc.property(tree, ([ranges, addresses]) => {
      // The truth: of the networks that hold an address, the narrowest is its owner. A registry is asked for some.
      const size = (range: Range) =>
        ranges.filter(one => holds(range, one.start) && holds(range, one.end)).length
      const truth = (one: Address) =>
        ranges.filter(range => holds(range, one)).toSorted((a, b) => size(a) - size(b))[0]
      const nested = ranges.every(one =>
        ranges.every(
          other => !holds(one, other.start) || holds(one, other.end) || holds(other, one.start),
        ),
      )
      fc.pre(nested)
      const cache = rangeCache({ now: () => 0, random: half })
      for (const asked of addresses.slice(0, addresses.length / 2)) {
        const range = truth(asked)
        const whole =
          range &&
          ranges.every(one => one === range || !(holds(range, one.start) && holds(range, one.end)))
        if (range)
          cache.keep(holding(range.start, range.end, { asked: [asked], whole: whole ?? false }))
      }
      for (const one of addresses) {
        const found = cache.find(one)
        if (found?.certainty !== 'certain') continue
        const owner = truth(one)!
        deepEqual(found.holding.range, { start: owner.start, end: owner.end })
      }
    }),
    { numRuns: 300 },
  )
})

test('two questions in one network are remembered both', () => {
  const cache = rangeCache({ now: () => 0, random: half })
  cache.keep(holding('192.0.0.0', '192.0.255.255', { asked: [address('192.0.2.7')] }))
  cache.keep(holding('192.0.0.0', '192.0.255.255', { asked: [address('192.0.9.7')] }))
  equal(cache.find(address('192.0.2.7'))?.certainty, 'certain')
  equal(cache.find(address('192.0.9.7'))?.certainty, 'certain')
  equal(cache.find(address('192.0.9.8'))?.certainty, 'provisional')
})

test('an answer is good for a week, usable for a month, and then forgotten', () => {
  const time = virtualTime()
  const cache = rangeCache({ now: time.now, random: half })
  cache.keep(holding('192.0.2.0', '192.0.2.255'))
  time.pass(7 * day - 1000)
  equal(cache.find(address('192.0.2.0'))?.stale, false)
  time.pass(2000)
  equal(cache.find(address('192.0.2.0'))?.stale, true)
  time.pass(24 * day)
  equal(cache.find(address('192.0.2.0')), undefined)
})

test('a narrow answer that is too old is not answered for by the wide one around it', () => {
  const time = virtualTime()
  const cache = rangeCache({ now: time.now, random: half })
  cache.keep(holding('192.0.2.0', '192.0.2.255', { whole: true }))
  time.pass(31 * day)
  cache.keep(holding('192.0.0.0', '192.0.255.255', { asked: [address('192.0.9.0')] }))
  equal(cache.find(address('192.0.2.7')), undefined)
})

test('answers of one day are not all asked for again on one day', () => {
  const untils = [0, 0.999].map(chance => {
    const records: string[] = []
    const cache = rangeCache({
      now: () => 0,
      random: () => chance,
      changed: record => records.push('until' in record ? record.until : ''),
    })
    cache.keep(holding('192.0.2.0', '192.0.2.255'))
    return records[0]
  })
  deepEqual(untils, ['1970-01-06T14:24:00Z', '1970-01-09T09:31:58Z'])
})

test('what was not found is not asked for again for a day, a failure not for a quarter of an hour and ever longer', () => {
  const time = virtualTime()
  const cache = rangeCache({ now: time.now, random: half })
  cache.missed(address('192.0.2.7'), { reason: 'nothing there', failed: false })
  equal(cache.miss(address('192.0.2.99')), 'nothing there')
  equal(cache.miss(address('192.0.3.7')), undefined)
  time.pass(day + 1000)
  equal(cache.miss(address('192.0.2.7')), undefined)
  for (const minutes of [15, 30, 60, 120, 240, 360, 360]) {
    cache.missed(address('192.0.2.7'), { reason: 'no answer', failed: true })
    time.pass(minutes * 60_000 - 1000)
    equal(cache.miss(address('192.0.2.7')), 'no answer', `after ${minutes} minutes`)
    time.pass(2000)
    equal(cache.miss(address('192.0.2.7')), undefined, `after ${minutes} minutes`)
  }
})

test('an answer that was wrong is thrown away', () => {
  const cache = rangeCache({ now: () => 0, random: half })
  cache.keep(holding('192.0.2.0', '192.0.2.255'))
  cache.forget({ start: '192.0.2.0', end: '192.0.2.255' } as Range)
  equal(cache.find(address('192.0.2.0')), undefined)
})

test('whom an announcer names is kept as long as an answer', () => {
  const time = virtualTime()
  const cache = rangeCache({ now: time.now, random: half })
  cache.keepOrigin(64_500, [])
  deepEqual(cache.findOrigin(64_500), [])
  time.pass(8 * day)
  equal(cache.findOrigin(64_500), undefined)
})

const folder = mkdtempSync(join(tmpdir(), 'redalert-cache-'))
after(() => rmSync(folder, { recursive: true }))

test('a cache file remembers everything, and a line that a crash cut off costs nothing', () => {
  const path = join(folder, 'deep', 'cache')
  const parts = { now: () => 0, random: half }
  const first = openCacheFile(path, parts)
  first.keep(
    holding('192.0.2.0', '192.0.2.255', {
      clues: [{ mailbox: 'a\u202eb"@x\n', source: 'rdap', roles: [], path: 'ä' }],
    }),
  )
  first.keep(holding('198.51.100.0', '198.51.100.255'))
  first.keep(holding('203.0.113.0', '203.0.113.255'))
  first.forget({ start: '203.0.113.0', end: '203.0.113.255' } as Range)
  first.missed(address('2001:db8::7'), { reason: 'nothing', failed: false })
  first.keepOrigin(64_500, [])
  appendFileSync(path, '{"kind":"holding","range":{"start":"192.0.')
  const second = openCacheFile(path, parts)
  deepEqual([...second.records()], [...first.records()])
  equal(second.find(address('203.0.113.7')), undefined)
  if (process.platform !== 'win32') equal(statSync(path).mode & 0o777, 0o600)
})

test('a cache file is made shorter when much of it was said again', () => {
  const path = join(folder, 'long')
  const parts = { now: () => 0, random: half }
  const first = openCacheFile(path, parts)
  for (let times = 0; times < 50; times++)
    first.keep(holding('192.0.2.0', '192.0.2.255', { whole: true }))
  equal(readFileSync(path, 'utf8').split('\n').length, 51)
  openCacheFile(path, parts)
  equal(readFileSync(path, 'utf8').split('\n').length, 2)
})

test('a cache file that somebody else wrote names nobody', () => {
  const path = join(folder, 'foreign')
  const bad = [
    'null',
    '7',
    '{}',
    '{"kind":"holding"}',
    '{"kind":"holding","range":{"start":"192.0.2.9","end":"192.0.2.1"},"holding":{"asked":[]}}',
    '{"kind":"holding","range":{"start":"192.000.002.000","end":"192.0.2.255"},"holding":{"asked":[]}}',
    `{"kind":"miss","address":"192.0.2.1","block":"${blockOf(address('192.0.3.1'))}"}`,
    '{"kind":"other"}',
  ]
  appendFileSync(path, `${bad.join('\n')}\n`)
  const cache = openCacheFile(path, { now: () => 0, random: half })
  deepEqual([...cache.records()], [])
  ok(readFileSync(path, 'utf8') === '')
})
