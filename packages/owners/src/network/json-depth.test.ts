import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { jsonDepth } from './json-depth.ts'

test('the depth of a JSON text is that of what it says', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
      equal(jsonDepth(JSON.stringify(value)), depthOf(value))
    }),
  )
})

test('brackets within texts are no depth', () => equal(jsonDepth('["[[[{\\"[[", 1]'), 1))

test('a text that opens two million brackets is measured at once', () => {
  const start = performance.now()
  equal(jsonDepth('['.repeat(2_000_000)), 2_000_000)
  ok(performance.now() - start < 1000)
})

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}
