import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { wantsColour } from './colour.ts'

test('auto is colours on a terminal, and none for NO_COLOR, a dumb terminal or a pipe', () => {
  equal(wantsColour('auto', true, {}), true)
  equal(wantsColour('auto', true, { NO_COLOR: '' }), true)
  equal(wantsColour('auto', true, { NO_COLOR: '1' }), false)
  equal(wantsColour('auto', true, { TERM: 'dumb' }), false)
  equal(wantsColour('auto', false, {}), false)
})

test('always and never are stronger than the environment', () => {
  equal(wantsColour('always', false, { NO_COLOR: '1' }), true)
  equal(wantsColour('never', true, {}), false)
})
