import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant, Source } from '@redalert/core'
import type { Standing } from './standing.ts'
import { decisive } from './decisive.ts'
import { trustPolicy } from './trust-policy.ts'

const source = '192.0.2.7' as Source
const moment = '2026-11-25T12:00:00Z' as Instant
const classes = { a: 'vetted', b: 'established', c: 'established', ours: 'own' } as const
const standings = new Map(
  Object.entries(classes).map(([name, kind]): [string, Standing] => [
    name,
    { class: kind, parties: [`party ${name}`], limits: new Map(), lieScore: null },
  ]),
)

function deciders(...names: readonly string[]) {
  const reports = names.map(submitter => ({
    submitter,
    grade: 'infected' as const,
    first: moment,
    last: moment,
  }))
  return decisive({ source, family: 'nimda', reports }, standings, trustPolicy)
}

test('of two who are both needed each decides, of three nobody does', () => {
  deepEqual(deciders('b', 'c'), ['b', 'c'])
  deepEqual(deciders('a', 'b'), ['a', 'b'])
  deepEqual(deciders('a', 'b', 'c'), [])
})

test('where nothing may be done nobody decided it', () => {
  deepEqual(deciders('b'), [])
})

test("the operator's own sensor is nobody who could lie, and where it saw a machine nobody else is needed", () => {
  deepEqual(deciders('ours'), [])
  deepEqual(deciders('ours', 'a', 'b'), [])
})
