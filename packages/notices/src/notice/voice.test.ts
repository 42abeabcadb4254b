import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { type MaySay, type Voice, voiceOf } from './voice.ts'
import type { Grade } from '@redalert/core'

const cases: readonly (readonly [Grade, MaySay, Voice | undefined])[] = [
  ['infected', 'assert', 'states'],
  ['infected', 'ask', 'asks'],
  ['infected', 'nothing', undefined],
  ['likely', 'assert', 'asks'],
  ['likely', 'ask', 'asks'],
  ['likely', 'nothing', undefined],
  ['probe', 'assert', undefined],
  ['probe', 'ask', undefined],
  ['probe', 'nothing', undefined],
]

for (const [grade, may, voice] of cases) {
  test(`of a machine that is ${grade}, one who may ${may} ${voice ?? 'says nothing'}`, () => {
    equal(voiceOf(grade, may), voice)
  })
}
