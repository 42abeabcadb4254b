import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import Schema from 'typebox/schema'
import type { Cell } from './cell.ts'
import type { Hour, Instant } from './instant.ts'
import type { Identity } from './identity.ts'
import type { Source } from './source.ts'
import type { Submission } from './submission.ts'
import { submissionSchema } from './submission-schema.ts'
import { type PlainSubmission, submissionOf, writeSubmission } from './submission-text.ts'

const schema = Schema.Compile(submissionSchema)

const plain = { noNullPrototype: true }

const byteText = fc
  .uint8Array({ minLength: 1, maxLength: 40 })
  .map(bytes => String.fromCharCode(...bytes))

const cell: fc.Arbitrary<Cell> = fc.record(
  {
    sensor: fc.constantFrom('0123456789abcdef', 'www1.example.org'),
    source: fc.constantFrom('192.0.2.7', '2001:db8::7') as fc.Arbitrary<Source>,
    mark: fc.constantFrom('codered-n-worm', 'codered-n-run~cut'),
    hour: fc.constant('2001-07-19T14' as Hour),
    clock: fc.constantFrom('known', 'assumed'),
    identities: fc.constant(['0123456789abcdef' as Identity]),
    first: fc.constant('2001-07-19T14:00:00Z' as Instant),
    last: fc.constant('2001-07-19T14:59:59Z' as Instant),
    evidence: fc
      .record({ at: fc.constant('2001-07-19T14:00:00Z' as Instant), text: byteText }, plain)
      .map(one => [one]),
    payloadHosts: fc.array(byteText, { maxLength: 3 }),
    ownPayload: fc.boolean(),
  },
  plain,
)

const submission: fc.Arbitrary<Submission> = fc.record(
  {
    writer: fc.constant('redalert 0.1.0'),
    zone: fc.constantFrom(null, '+02:00', 'Europe/Amsterdam'),
    cells: fc.array(cell, { maxLength: 3 }),
    coverage: fc.constant([
      {
        sensor: '0123456789abcdef',
        hours: { ['2001-07-19T14' as Hour]: 10 },
        listens: null,
        signatures: '1',
      },
    ]),
  },
  plain,
)

test('what is written has the schema, and reads back as it was', () => {
  fc.assert(
    fc.property(submission, told => {
      const plain: unknown = JSON.parse(writeSubmission(told))
      deepEqual(schema.Errors(plain)[1], [])
      deepEqual(submissionOf(plain as PlainSubmission), told)
    }),
  )
})

type Frozen<Value> = { readonly [Key in keyof Value]: Frozen<Value[Key]> }

test('the type fits the schema, which the compiler checks', () => {
  const written = JSON.parse(writeSubmission(fc.sample(submission, 1)[0]!)) as PlainSubmission
  const typed: Frozen<Schema.XStatic<typeof submissionSchema>> = written
  ok(schema.Check(typed))
})

test('where a line stood does not leave the house', () => {
  const [told] = fc.sample(
    submission.filter(({ cells }) => cells.length > 0),
    1,
  )
  const [first] = told!.cells
  const placed = { ...first!, evidence: [{ ...first!.evidence[0]!, file: '/var/log/x', line: 7 }] }
  const text = writeSubmission({ ...told!, cells: [placed] })
  equal(text.includes('/var/log/x'), false)
  ok(schema.Check(JSON.parse(text)))
})

for (const [why, change] of [
  ['a field nobody knows', { extra: 1 }],
  ['another version', { schema: 2 }],
  ['another kind', { kind: 'receipt' }],
  ['cells that are none', { cells: [{}] }],
  ['no coverage', { coverage: undefined }],
] as const) {
  test(`the schema refuses ${why}`, () => {
    const told = { ...JSON.parse(writeSubmission(fc.sample(submission, 1)[0]!)), ...change }
    equal(schema.Check(told), false)
  })
}
