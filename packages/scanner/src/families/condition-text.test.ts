import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { signatures, type Test, type TestedField } from '@redalert/core'
import { conditionText } from './condition-text.ts'

const conditions: readonly (readonly [field: TestedField, test: Test, text: string])[] = [
  ['path', { is: '/shell' }, 'its path is "/shell"'],
  ['path', { endsWith: ['.ida', '.idq'] }, 'its path ends with ".ida" or ".idq"'],
  [
    'query',
    { startsWith: '/c dir', orUnlogged: true },
    'its query starts with "/c dir", or is not logged',
  ],
  ['query', { contains: '\u9090x\u00c3\u0000"' }, String.raw`its query holds "\u9090x\xc3\x00""`],
  ['query', { repeats: { text: 'X', times: 224 } }, 'its query starts with "X", 224 times over'],
  ['query', { lacks: ['a', 'b'] }, 'its query does not hold "a" or "b"'],
  ['userAgent', { absent: true }, 'its user agent is empty or not there'],
  ['missing', { endsWith: '/c' }, 'its missing file ends with "/c"'],
  ['payload', { is: 'fetch and run' }, 'it tells its victim to fetch something and run it'],
  [
    'payload',
    { is: ['', 'fetch'] },
    'it tells its victim to fetch nothing or it tells its victim to fetch something',
  ],
  [
    'path',
    { startsWith: 'a'.repeat(61) },
    `its path starts with "${'a'.repeat(30)}…${'a'.repeat(20)}" (61 letters)`,
  ],
]

for (const [field, condition, text] of conditions) {
  test(`in words: ${text}`, () => equal(conditionText(field, condition), text))
}

test('every condition of every family can be said, on one line, in letters that a terminal only shows', () => {
  let said = 0
  for (const { marks } of signatures) {
    for (const { when } of Object.values(marks)) {
      for (const [field, tests] of Object.entries(when)) {
        for (const each of [tests].flat() as readonly Test[]) {
          ok(/^[\x20-\x7e…]+$/.test(conditionText(field as TestedField, each)))
          said++
        }
      }
    }
  }
  ok(said > 100, `${said} conditions`)
})
