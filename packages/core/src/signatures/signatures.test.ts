import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { looser } from '../proof/earned.ts'
import { convince } from '../proof/convince.ts'
import { marksOf, withRule } from '../proof/sample.ts'
import { signatures } from './index.ts'
import type { MarkRule } from './signature.ts'

for (const signature of signatures) {
  test(`${signature.id} convinces`, () => deepEqual(convince(signature, signatures), []))
}

test('no two families share an id', () => {
  equal(new Set(signatures.map(({ id }) => id)).size, signatures.length)
})

test('every condition, taken away, is missed', () => {
  let mutants = 0
  for (const { marks } of signatures) {
    for (const [id, rule] of Object.entries(marks)) {
      for (const { at, rule: mutant } of looser(rule)) {
        const wrong = rule.samples.negative.filter(({ line }) =>
          marksOf(line, withRule(signatures, id, mutant)).includes(id),
        )
        ok(wrong.length > 0, `${id} ${at.join('.')}`)
        mutants++
      }
    }
  }
  ok(mutants > 50, `${mutants} mutants`)
})

const [codered] = signatures
const worm = codered!.marks['codered-n-worm'] as MarkRule

const unconvincing: readonly (readonly [
  what: string,
  change: Partial<MarkRule>,
  problem: RegExp,
])[] = [
  ['a mark without samples', { samples: { positive: [], negative: [] } }, /no sample/],
  [
    'a sample that no format reads',
    { samples: { ...worm.samples, positive: ['hello'] } },
    /no format reads/,
  ],
  [
    'a positive sample that does not match',
    { samples: { ...worm.samples, positive: [worm.samples.negative[0]!.line] } },
    /does not give/,
  ],
  [
    'a negative sample that matches',
    { samples: { ...worm.samples, negative: [{ why: 'x', line: worm.samples.positive[0]! }] } },
    /gives the mark/,
  ],
  [
    'a condition that nothing needs',
    { when: { ...worm.when, method: { is: 'GET' } } },
    /fails this condition alone/,
  ],
  [
    'a literal that nothing needs',
    { when: { ...worm.when, path: { endsWith: ['.ida', '.idq', '.htw'] } } },
    /needs this literal/,
  ],
  ['an exception that does not exist', { unless: ['codered-z'] }, /no mark codered-z/],
]

for (const [what, change, problem] of unconvincing) {
  test(`${what} is objected to`, () => {
    const changed = {
      ...codered!,
      marks: { ...codered!.marks, 'codered-n-worm': { ...worm, ...change } },
    }
    ok(convince(changed, signatures).some(objection => problem.test(objection.problem)))
  })
}

test('a mark that no proof names is objected to', () => {
  ok(
    convince({ ...codered!, proves: codered!.proves.slice(1) }, signatures).some(({ problem }) =>
      /no proof names/.test(problem),
    ),
  )
})

test('a weaker proof before a stronger one is objected to', () => {
  ok(
    convince({ ...codered!, proves: codered!.proves.toReversed() }, signatures).some(
      ({ problem }) => /weaker/.test(problem),
    ),
  )
})

test("a mark of another family's file must be declared as shared", () => {
  const proves = [...codered!.proves, { grade: 'probe' as const, any: ['nimda-c'], because: '' }]
  ok(
    convince({ ...codered!, proves }, signatures).some(({ problem }) =>
      /not in this file/.test(problem),
    ),
  )
})
