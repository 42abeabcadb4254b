import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf } from './imports.ts'

test('every way to import is seen, and a text that speaks of one is not', () => {
  const text = `
import { a } from './a.ts'
import type { B } from './b.ts'
import c, { type D } from './c.json' with { type: 'json' }
import {
  e,
} from './e.ts'
import 'node:f'
export { g } from './g.ts'
export * from './h.ts'
/** Not an import from './comment.ts' at all. */
const i = await import('./i.ts')
const said = "taken from './text.ts'"
`
  deepEqual(importsOf(text), [
    './a.ts',
    './b.ts',
    './c.json',
    './e.ts',
    'node:f',
    './g.ts',
    './h.ts',
    './i.ts',
  ])
})
