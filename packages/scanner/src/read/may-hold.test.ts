import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { type Instant } from '@redalert/core'
import { mayHold } from './may-hold.ts'
import { namedSpan } from './named-span.ts'

const spans: Record<string, readonly [string | undefined, string | undefined] | undefined> = {
  'u_ex010719.log': ['2001-07-19T00:00:00Z', '2001-07-20T00:00:00Z'],
  'u_ex010731_x.log.gz': ['2001-07-31T00:00:00Z', '2001-08-01T00:00:00Z'],
  'ex01071914.log': ['2001-07-19T14:00:00Z', '2001-07-19T15:00:00Z'],
  'ex991231.log': ['1999-12-31T00:00:00Z', '2000-01-01T00:00:00Z'],
  'nc0107.log': ['2001-07-01T00:00:00Z', '2001-08-01T00:00:00Z'],
  // The third day or the third week.
  'in010703.log': ['2001-07-01T00:00:00Z', '2001-08-01T00:00:00Z'],
  'access.log-20010719.gz': [undefined, '2001-07-20T00:00:00Z'],
  'access_log-20010719': [undefined, '2001-07-20T00:00:00Z'],
  'access.log': undefined,
  'access.log.1': undefined,
  'access.2001-07-19.log': undefined,
  'access.log.20010719': undefined,
  'access.log-20011399': undefined,
  'ex019919.log': undefined,
  'extend1.log': undefined,
}

for (const [name, span] of Object.entries(spans)) {
  test(`what ${name} says of its time`, () =>
    deepEqual(namedSpan(name), span && { from: span[0], to: span[1] }))
}

test('a file is left out only when its name or its last change prove that it holds nothing of the time', () => {
  const july = { since: at('2001-07-19'), until: at('2001-07-21') }
  for (const name of [
    'ex010717.log',
    'ex010720.log',
    'C:\\logs\\ex010723.log',
    '/var/log/access.log-20010718',
    'access.log-20020101',
    'access.log',
  ])
    equal(mayHold(name, undefined, july), true, name)
  for (const name of ['ex010710.log', 'ex010725.log', '/var/log/httpd/access.log-20010715.gz'])
    equal(mayHold(name, undefined, july), false, name)
})

test('a file that was changed last before the time is left out, with two days to spare', () => {
  equal(mayHold('access.log', at('2001-07-18'), { since: at('2001-07-19') }), true)
  equal(mayHold('access.log', at('2001-07-16'), { since: at('2001-07-19') }), false)
  equal(mayHold('access.log', at('2001-07-30'), { until: at('2001-07-19') }), true)
})

test('a time of change that cannot be true says nothing', () => {
  equal(mayHold('access.log', at('1985-10-26'), { since: at('2001-07-19') }), true)
  equal(mayHold('ex010719.log', at('1999-01-01'), { since: at('2001-07-19') }), true)
})

test('without a time every file may hold something', () =>
  equal(mayHold('ex010719.log', at('2001-07-20'), {}), true))

function at(day: string): Instant {
  return `${day}T00:00:00Z` as Instant
}
