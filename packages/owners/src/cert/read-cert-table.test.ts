import { deepEqual, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from '@redalert/core'
import { readCertTable } from './read-cert-table.ts'

test('reads one team for each country', () => {
  deepEqual(
    [
      ...readCertTable(
        'nl cert@example.org language=nl format=csv Example team\nDE cert@example.net',
        'certs',
      ),
    ],
    [
      ['NL', { mailbox: 'cert@example.org', name: 'Example team', language: 'nl', format: 'csv' }],
      ['DE', { mailbox: 'cert@example.net', name: 'cert@example.net' }],
    ],
  )
})

for (const [text, sentence] of [
  ['NLD cert@example.org', /certs, line 1: NLD is no country in two letters/],
  ['NL cert', /certs, line 1: cert is no mailbox/],
  ['NL cert@example.org\nNL other@example.org', /certs, line 2: NL has two teams/],
] as const)
  test(`refuses "${text.split('\n').at(-1)}"`, () =>
    throws(
      () => readCertTable(text, 'certs'),
      error => error instanceof Fault && sentence.test(error.message),
    ))
