import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isHostName, parseSource } from './source.ts'

test('an address is an address', () => equal(isHostName(parseSource('192.0.2.7')!), false))
test('a resolved name is kept in lower case', () =>
  equal(parseSource('Dsl-7.Example.ORG'), 'dsl-7.example.org'))
test('localhost is a name', () => equal(isHostName(parseSource('localhost')!), true))

for (const text of [
  '',
  '-',
  '192.0.2',
  '0x7f.1',
  '192.0.2.07',
  'a b',
  'a..b',
  '.example.org',
  '-a.org',
  'exa/mple.org',
  'a:b',
  'x'.repeat(300),
]) {
  test(`"${text.slice(0, 20)}" is neither`, () => equal(parseSource(text), undefined))
}
