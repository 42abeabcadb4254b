import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { readRefusal } from './read-refusal.ts'

const texts: readonly (readonly [text: string, kind: string | undefined])[] = [
  [
    '%ERROR:201: access denied for 192.0.2.1\n%\n% Queries from your IP address have passed the daily limit.',
    'blocked',
  ],
  ['%ERROR:306: connections exceeded\n', 'busy'],
  ["% You don't have permission to use this service\n", 'blocked'],
  ['% Permission denied.\n', 'blocked'],
  ['% Query rate limit exceeded. Reduced information.\n', 'busy'],
  ['%ERROR:101: no entries found\n', undefined],
  ['No match found for n + 192.0.2.1.\n', undefined],
  ['', undefined],
]
for (const [text, kind] of texts)
  test(`"${text.split('\n')[0]}" is ${kind ?? 'no refusal'}`, () =>
    equal(readRefusal(text)?.kind, kind))

test('the line that says so is told, and not more of it than a person reads', () => {
  deepEqual(
    readRefusal(`one\n  % Permission denied. ${'x'.repeat(500)}\nthree`)?.reason.length,
    200,
  )
  equal(readRefusal('one\n% Permission denied.\nthree')?.reason, '% Permission denied.')
})
