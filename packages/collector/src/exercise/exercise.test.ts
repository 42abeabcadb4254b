import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, test } from 'node:test'
import { type Instant, match, readLine, rules, signatures } from '@redalert/core'
import { testFolder } from '../serve/any-collector.ts'
import { exercise } from './exercise.ts'
import { madeLog } from './made-log.ts'

const said: string[] = []
before(() =>
  exercise({
    folder: testFolder(),
    clock: Date.now,
    random: randomBytes,
    say: line => {
      said.push(line)
      return Promise.resolve()
    },
  }),
)

test('an exercise tells by HTTP and by mail, and shows what the collector knows', () => {
  const receipts = said.filter(line => line.includes('Receipt: '))
  deepEqual(
    receipts.map(line => line.trim().split(':')[0]),
    ['to admin@school.example', 'to admin@shop.example'],
  )
  const begin = said.findIndex(line => line.startsWith('SOURCE')) + 1
  const table = said.slice(begin, said.indexOf('', begin))
  deepEqual(
    table.map(line => line.split(/ +/)),
    [
      ['192.0.2.10', 'nimda', 'infected', 'confirmed', '9', '3'],
      ['198.51.100.20', 'codered-n', 'infected', 'confirmed', '6', '3'],
      ['198.51.100.40', 'codered-x', 'infected', 'suspected', '2', '1'],
      ['203.0.113.30', 'jaws', 'infected', 'confirmed', '6', '2'],
    ],
  )
})

test('an exercise ends with letters to the owners of what is confirmed, and to nobody else', () => {
  deepEqual(
    said.filter(line => line.startsWith('  abuse@')).map(line => line.trim().split(/ +/)[0]),
    ['abuse@hoster.example', 'abuse@provider.example', 'abuse@university.example'],
  )
  ok(said.some(line => line.includes('The machine at 192.0.2.10 in your network is infected')))
  ok(!said.some(line => line.includes('198.51.100.40') && line.includes('  | ')))
})

test('what is made is what a server logs, at the time and from the addresses that were asked for', () => {
  const lines = madeLog(
    [{ source: '198.51.100.20', family: 'codered-n' }],
    '2026-11-25T10:00:00Z' as Instant,
  )
  const ready = rules(signatures)
  const readings = lines.map(line => readLine(line))
  ok(readings.length > 1)
  for (const reading of readings) equal(reading.kind, 'entry')
  const worms = readings.flatMap(reading =>
    reading.kind === 'entry' && match(reading.entry, ready).length > 0 ? [reading.entry] : [],
  )
  deepEqual(
    worms.map(({ source, at }) => [source, at?.slice(0, 13)]),
    worms.map(() => ['198.51.100.20', '2026-11-25T10']),
  )
  equal(worms.length, lines.length - 1)
})
