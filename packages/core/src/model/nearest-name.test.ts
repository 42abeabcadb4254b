import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { nearestName } from './nearest-name.ts'

const names = ['grade', 'because', 'startsWith', 'json', 'nimda', 'codered-n', 'codered-x']

for (const [typed, nearest] of [
  ['grad', 'grade'],
  ['startswith', 'startsWith'],
  ['jsno', 'json'],
  ['nimbda', 'nimda'],
  ['codered-m', 'codered-n'],
  ['quite-another', undefined],
  ['', undefined],
] as const) {
  test(`${typed || 'nothing'} most probably means ${nearest ?? 'none of them'}`, () =>
    equal(nearestName(typed, names), nearest))
}
