import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Instant } from '../model/instant.ts'
import { signatures, signaturesVersion } from '../signatures/index.ts'
import { knownFamilies } from '../signatures/families.ts'
import type { Signature } from '../signatures/signature.ts'
import { broughtFamilies } from './brought-families.ts'
import { familiesWith } from './families-with.ts'

const jaws = signatures.find(({ id }) => id === 'jaws')!
const gpon = signatures.find(({ id }) => id === 'gpon')!
const others = signatures.filter(family => family !== jaws && family !== gpon)
const appeal = (id: string, day: number, ...brought: readonly Signature[]) => ({
  id,
  made: `2001-07-0${day}T00:00:00Z` as Instant,
  signatures: brought,
})

test('the families of all appeals are known, each once, the earlier appeal first', () => {
  const appeals = [appeal('b', 2, jaws), appeal('a', 1, gpon), appeal('c', 3, jaws, gpon)]
  deepEqual(broughtFamilies(appeals, others), [gpon, jaws])
})

test('of two with one name the earlier holds, and of what is known anyway that which is known', () => {
  const later = { ...jaws, name: 'Another', marks: gpon.marks }
  deepEqual(broughtFamilies([appeal('a', 2, later), appeal('b', 1, jaws)], others), [jaws])
  deepEqual(broughtFamilies([appeal('a', 1, later)], signatures), [])
  deepEqual(broughtFamilies([appeal('a', 1, { ...jaws, id: 'not-jaws' })], signatures), [])
})

test('whatever stands in place of a family is none, and breaks nothing', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 3 }), value => {
      const odd = value as unknown as Signature
      deepEqual(broughtFamilies([appeal('a', 1, odd, jaws)], others), [jaws])
    }),
    { numRuns: 50 },
  )
})

test('the version says which families are known beside those that every program knows', () => {
  equal(familiesWith([]), knownFamilies)
  const [one, two] = [familiesWith([jaws]), familiesWith([{ ...jaws, years: '2099' }])]
  notEqual(one.version, two.version)
  equal(familiesWith([gpon, jaws]).version, familiesWith([jaws, gpon]).version)
  const turned = Object.fromEntries(Object.entries(jaws).toReversed()) as Signature
  equal(familiesWith([turned]).version, one.version)
  equal(one.version.startsWith(`${signaturesVersion}+`), true)
  deepEqual(one.list.slice(signatures.length), [jaws])
})
