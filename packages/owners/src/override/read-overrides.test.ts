import { deepEqual, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from '@redalert/core'
import { readOverrides } from './read-overrides.ts'

test('reads whom to tell, how, and whom to leave alone', () => {
  const text = `
# by telephone
192.0.2.0/24 abuse@Example.org language=nl format=csv interval=48 addresses=dynamic agreed by telephone
198.51.100.0 - 198.51.100.9 stop they asked us to   # ticket 7
2001:db8::/32	noc@example.net`
  deepEqual(readOverrides(text, 'own'), [
    {
      range: { start: '192.0.2.0', end: '192.0.2.255' },
      contact: 'abuse@example.org',
      language: 'nl',
      format: 'csv',
      intervalHours: 48,
      addresses: 'dynamic',
      reason: 'agreed by telephone',
    },
    {
      range: { start: '198.51.100.0', end: '198.51.100.9' },
      stop: true,
      reason: 'they asked us to',
    },
    {
      range: { start: '2001:db8::', end: '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff' },
      contact: 'noc@example.net',
    },
  ])
})

for (const [text, sentence] of [
  ['abuse@example.org', /own, line 1: abuse@example.org is no network/],
  ['192.0.2.0/24', /own, line 1: nothing is no mailbox and not "stop"/],
  ['192.0.2.0/24 Stop', /own, line 1: Stop is no mailbox/],
  ['192.0.2.0/24 a@example.org interval=0', /interval=0 is no number of hours/],
  ['192.0.2.0/24 a@example.org addresses=static', /addresses=static is not addresses=dynamic/],
] as const)
  test(`refuses "${text}"`, () =>
    throws(
      () => readOverrides(text, 'own'),
      error => error instanceof Fault && error.code === 'bad-list' && sentence.test(error.message),
    ))
