import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Cell, cellKey } from './cell.ts'
import type { LogEntry } from './entry.ts'
import { identify, type Identity } from './identity.ts'
import { instantOfSeconds, hourOf, type Instant } from './instant.ts'
import { addCell, mergeCells } from './merge.ts'
import { countRequests } from './requests.ts'
import type { Source } from './source.ts'

const noon = 995_544_000
const instant = fc.nat(3599).map(second => instantOfSeconds(noon + second) as Instant)
const identity = fc
  .bigInt({ min: 0n, max: 2n ** 64n - 1n })
  .map(bits => bits.toString(16).padStart(16, '0') as Identity)

/** A cell as one line makes it: everything larger comes of merging. */
const lineCell = fc
  .record({
    at: instant,
    identity,
    text: fc.constantFrom('a', 'b', 'c'),
    line: fc.nat(9),
    host: fc.option(fc.constantFrom('192.0.2.1', '192.0.2.2')),
    ownPayload: fc.boolean(),
  })
  .map(({ at, identity: id, text, line, host, ownPayload }): Cell => ({
    sensor: 'www',
    source: '192.0.2.7' as Source,
    mark: 'nimda-c',
    hour: hourOf(at),
    clock: 'known',
    identities: [id],
    first: at,
    last: at,
    evidence: [{ at, text, file: 'access.log', line }],
    payloadHosts: host ? [host] : [],
    ownPayload,
  }))

const cell = fc
  .array(lineCell, { minLength: 1, maxLength: 100 })
  .map(cells => cells.reduce(mergeCells))

test('the order of merging changes nothing', () => {
  fc.assert(
    fc.property(cell, cell, (one, other) =>
      deepEqual(mergeCells(one, other), mergeCells(other, one)),
    ),
  )
})

test('the grouping of merging changes nothing', () => {
  fc.assert(
    fc.property(cell, cell, cell, (one, other, third) => {
      deepEqual(
        mergeCells(mergeCells(one, other), third),
        mergeCells(one, mergeCells(other, third)),
      )
    }),
  )
})

test('merging again changes nothing', () => {
  fc.assert(
    fc.property(cell, cell, (one, other) => {
      const merged = mergeCells(one, other)
      deepEqual(mergeCells(merged, one), merged)
      deepEqual(mergeCells(one, one), one)
    }),
  )
})

test('a cell stays small', () => {
  fc.assert(
    fc.property(cell, ({ identities, evidence, payloadHosts }) => {
      ok(identities.length <= 64 && evidence.length <= 2 && payloadHosts.length <= 16)
      deepEqual(identities, identities.toSorted())
    }),
  )
})

test('requests are exact below 64 and near the truth above', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(identity, { minLength: 1, maxLength: 5000, size: 'max' }),
      identities => {
        const cells = identities.map((id): Cell => ({
          ...fc.sample(lineCell, { numRuns: 1, seed: 1 })[0]!,
          identities: [id],
        }))
        const { count, exact } = countRequests([cells.reduce(mergeCells)])
        equal(exact, identities.length < 64)
        if (exact) equal(count, identities.length)
      },
    ),
    { numRuns: 20 },
  )
})

const entry: LogEntry = {
  source: '192.0.2.7' as Source,
  at: '2001-07-19T12:00:00Z' as Instant,
  clock: 'known',
  escapes: 'none',
}

test('the estimate is within 13 % as often as it claims', () => {
  const truth = 10_000
  let near = 0
  for (let seed = 0; seed < 100; seed++) {
    const smallest = Array.from({ length: truth }, (_, index) =>
      identify({ ...entry, target: `/${seed}/${index}` }, 'target'),
    )
      .toSorted()
      .slice(0, 64)
    const [one] = fc.sample(lineCell, { numRuns: 1, seed })
    const { count } = countRequests([{ ...one!, identities: smallest }])
    if (Math.abs(count / truth - 1) <= 0.13) near++
  }
  ok(near >= 55, `${near} of 100 within one standard deviation`)
})

test('64 identities are estimated by the largest of them', () => {
  const [one] = fc.sample(lineCell, { numRuns: 1, seed: 1 })
  const identities = Array.from(
    { length: 64 },
    (_, index) => (index + 1).toString(16).padStart(2, '0').padEnd(16, '0') as Identity,
  )
  const count = (kept: number) =>
    countRequests([{ ...one!, identities: identities.slice(0, kept) }])
  deepEqual(count(63), { count: 63, exact: true })
  deepEqual(count(64), { count: 63 * 4, exact: false }, 'the largest lies a quarter up: 63 × 4')
})

test('cells of different keys stay apart', () => {
  const cells = new Map<string, Cell>()
  const [one] = fc.sample(lineCell, { numRuns: 1, seed: 1 })
  addCell(cells, one!)
  addCell(cells, one!)
  addCell(cells, { ...one!, clock: 'assumed' })
  addCell(cells, { ...one!, sensor: 'mail' })
  equal(cells.size, 3)
  ok(cells.has(cellKey(one!)))
})
