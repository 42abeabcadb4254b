import { equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from '@redalert/core'
import { loopbackDialer } from '../test/loopback-dialer.ts'
import { exerciseNeverList, neverList, type NeverList } from './never/never-list.ts'
import { publicReach } from './network/reach.ts'
import { refuseExercise } from './refuse-exercise.ts'

const code = (expected: string) => (error: unknown) =>
  error instanceof Fault && error.code === expected

test('a program that sends real mail refuses what is made for exercises', () => {
  throws(() => refuseExercise({ never: exerciseNeverList() }), code('exercise-parts'))
  throws(
    () => refuseExercise({ never: neverList(), dialer: loopbackDialer({}) }),
    code('exercise-parts'),
  )
  throws(() => refuseExercise({ never: undefined as unknown as NeverList }), code('no-never-list'))
})

test('it starts with what is real', () => {
  equal(
    refuseExercise({ never: neverList(), dialer: loopbackDialer({ reach: publicReach }) }),
    undefined,
  )
})
