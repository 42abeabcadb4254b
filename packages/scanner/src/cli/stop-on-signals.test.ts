import { deepEqual, equal } from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { test } from 'node:test'
import type { Io } from './io.ts'
import { stopOnSignals } from './stop-on-signals.ts'

function anybody() {
  const emitter = new EventEmitter()
  return { emitter, stop: stopOnSignals(emitter as unknown as Io) }
}

test('the first signal stops, and a second one is left to end the program', () => {
  const { emitter, stop } = anybody()
  deepEqual([stop.signal.aborted, stop.code()], [false, undefined])
  emitter.emit('SIGINT', 'SIGINT')
  deepEqual([stop.signal.aborted, stop.code()], [true, 130])
  equal(emitter.listenerCount('SIGINT'), 0)
})

test('of several signals the first gives the code', () => {
  const { emitter, stop } = anybody()
  emitter.emit('SIGTERM', 'SIGTERM')
  emitter.emit('SIGINT', 'SIGINT')
  equal(stop.code(), 143)
})

test('at the end nothing listens', () => {
  const { emitter, stop } = anybody()
  stop.end()
  deepEqual(
    ['SIGINT', 'SIGTERM', 'SIGHUP'].map(name => emitter.listenerCount(name)),
    [0, 0, 0],
  )
})
