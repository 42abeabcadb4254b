import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { signatures } from '../signatures/index.ts'
import type { Signature } from '../signatures/signature.ts'
import { wantedFamilies } from './wanted-families.ts'

const jaws = signatures.find(({ id }) => id === 'jaws')!
const others = signatures.filter(({ id }) => id !== 'jaws')
const ids = (some: readonly Signature[]) => some.map(({ id }) => id)

test('what is named is looked for, each once, and what nobody knows is said', () => {
  const { wanted, brought, unknown, refused } = wantedFamilies(
    { families: ['nimda', 'newest', 'codered-n', 'nimda'], signatures: [] },
    signatures,
  )
  deepEqual([ids(wanted), brought, unknown, refused], [['nimda', 'codered-n'], [], ['newest'], []])
})

test('a family that convinces is looked for by a program that did not know it', () => {
  const { wanted, brought, unknown, refused } = wantedFamilies(
    { families: ['nimda', 'jaws'], signatures: [jaws] },
    others,
  )
  deepEqual([ids(wanted), brought, unknown, refused], [['nimda', 'jaws'], [jaws], [], []])
  deepEqual(ids(wantedFamilies({ families: [], signatures: [jaws] }, others).wanted), ['jaws'])
})

test('nobody says anew what a family is that is known, nor what one of its marks is', () => {
  const [mark] = Object.keys(jaws.marks)
  const other = { ...jaws, id: 'not-jaws' }
  deepEqual(wantedFamilies({ families: [], signatures: [jaws, other] }, signatures).refused, [
    { kind: 'known', index: 0, name: 'jaws' },
    { kind: 'known', index: 1, name: mark },
  ])
  const twice = wantedFamilies({ families: [], signatures: [jaws, jaws] }, others)
  deepEqual([ids(twice.brought), twice.refused.map(({ index }) => index)], [['jaws'], [1]])
})

test('a family that does not convince is not looked for, and every objection is told', () => {
  const [mark, rule] = Object.entries(jaws.marks)[0]!
  const loose = {
    ...jaws,
    marks: { ...jaws.marks, [mark]: { ...rule, when: { path: { startsWith: '/' } } } },
  }
  const { wanted, unknown, refused } = wantedFamilies(
    { families: ['jaws'], signatures: [loose] },
    others,
  )
  deepEqual([wanted, unknown], [[], ['jaws']])
  const [only] = refused
  ok(only?.kind === 'unconvincing' && only.objections.length > 0)
})

test('whatever stands in place of a family is refused, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 3 }), value => {
      const { wanted, refused } = wantedFamilies(
        { families: [], signatures: [value as unknown as Signature] },
        signatures,
      )
      deepEqual(wanted, [])
      equal(refused.length, 1)
    }),
    { numRuns: 50 },
  )
})

test('a family with any part of it missing is refused, and breaks nothing', () => {
  for (const field of Object.keys(jaws)) {
    const { [field as 'id']: _, ...rest } = jaws
    const { refused, brought } = wantedFamilies(
      { families: [], signatures: [rest as Signature] },
      others,
    )
    equal(refused.length + brought.length, 1)
    if (brought.length === 1) ok(['device', 'shares'].includes(field), field)
  }
})
