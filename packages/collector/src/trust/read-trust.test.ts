import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import Schema from 'typebox/schema'
import { readTrust, type StatedTrust } from './read-trust.ts'
import { trustPolicy } from './trust-policy.ts'
import { trustSchema } from './trust-schema.ts'

const schema = Schema.Compile(trustSchema)

test('the table as it stands has the schema and nothing against it', () => {
  deepEqual(schema.Errors(trustPolicy)[1], [])
  deepEqual(readTrust({}), { kind: 'policy', policy: trustPolicy })
  deepEqual(readTrust(trustPolicy), { kind: 'policy', policy: trustPolicy })
})

test('what is stated is taken, and the rest is as usual', () => {
  const read = readTrust({ needed: { ask: { points: 4.8 } }, lies: { thin: [2] } })
  ok(read.kind === 'policy')
  deepEqual(read.policy, {
    ...trustPolicy,
    needed: { ...trustPolicy.needed, ask: { ...trustPolicy.needed.ask, points: 4.8 } },
    lies: { ...trustPolicy.lies, thin: [2] },
  })
})

const unsafe: readonly (readonly [what: string, stated: StatedTrust, about: string])[] = [
  ['somebody new weighs more than somebody established', { points: { new: 3.1 } }, 'trust.points'],
  ['a path weighs more than the worm', { evidence: { probe: 1, likely: 0.5 } }, 'trust.evidence'],
  ['stating needs less than asking', { needed: { assert: { points: 3 } } }, 'trust.needed.assert'],
  [
    'escalating needs fewer parties',
    { needed: { assert: { parties: 3 } } },
    'trust.needed.escalate',
  ],
  ['one party may ask', { needed: { ask: { parties: 1 } } }, 'trust.needed.ask'],
  ['one new word may ask', { needed: { ask: { points: 1.6 } } }, 'trust.needed.ask'],
  ['what is likely is stated', { needed: { assert: { grade: 'likely' } } }, 'trust.needed.assert'],
  [
    'own sensors escalate alone',
    { needed: { escalate: { ownAlone: true } } },
    'trust.needed.escalate',
  ],
  ['liars may agree on just enough', { lies: { thin: [3] } }, 'trust.lies.thin'],
]
for (const [what, stated, about] of unsafe) {
  test(`it is refused that ${what}`, () => {
    const read = readTrust(stated)
    ok(read.kind === 'refused')
    ok(
      read.because.some(sentence => sentence.startsWith(about)),
      read.because.join('\n'),
    )
  })
}

const wrong: readonly (readonly [what: string, stated: unknown])[] = [
  ['a word it does not know', { point: {} }],
  ['a class that has no points', { points: { anonymous: 1 } }],
  ['evidence that raises', { evidence: { infected: 1.1 } }],
  ['a probe that is mailed', { needed: { ask: { grade: 'probe' } } }],
  ['no party at all', { needed: { ask: { parties: 0 } } }],
]
for (const [what, stated] of wrong) {
  test(`the schema refuses ${what}`, () => equal(schema.Check(stated), false))
}
