import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { LifeState } from '../cases/life/host-life.ts'
import { stateNow } from './state-now.ts'

const life = (state: LifeState) => ({ state }) as never

test('before anybody was told a host stands where it is believed to, whatever the book still says', () => {
  for (const before of [undefined, life('suspected'), life('confirmed')]) {
    equal(stateNow(before, null), 'suspected')
    equal(stateNow(before, 'ask'), 'suspected')
    equal(stateNow(before, 'assert'), 'confirmed')
    equal(stateNow(before, 'escalate'), 'confirmed')
  }
})

test('from then on it stands where the book says', () => {
  equal(stateNow(life('told'), null), 'told')
  equal(stateNow(life('fixed'), 'assert'), 'fixed')
})
