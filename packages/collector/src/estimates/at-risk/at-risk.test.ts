import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Instant, signatures, type Source } from '@redalert/core'
import { atRisk, type RiskRow } from './at-risk.ts'
import { familiesThrough } from './through-hole.ts'

const row = (over: Partial<RiskRow> = {}): RiskRow => ({
  source: '192.0.2.7' as Source,
  family: 'codered-n',
  grade: 'infected',
  first: '2001-07-19T10:00:00Z' as Instant,
  last: '2001-07-20T10:00:00Z' as Instant,
  patched: undefined,
  ...over,
})
const hole = 'CVE-2001-0500'
const risks = (...rows: RiskRow[]) => atRisk(hole, rows, signatures)

test('both worms of the same hole stand behind it, and a hole has several numbers', () => {
  deepEqual(familiesThrough('cve-2001-0500', signatures), new Set(['codered-n', 'codered-x']))
  equal(familiesThrough('CVE-2001-0333', signatures).has('nimda'), true)
  equal(familiesThrough('CVE-0000-0000', signatures).size, 0)
})

test('whoever was seen through the hole is at risk, once, with all that was seen', () => {
  const later = row({
    family: 'codered-x',
    first: '2001-08-05T10:00:00Z' as Instant,
    last: '2001-08-06T10:00:00Z' as Instant,
  })
  deepEqual(risks(row(), later), [
    {
      source: '192.0.2.7',
      families: ['codered-n', 'codered-x'],
      first: '2001-07-19T10:00:00Z',
      last: '2001-08-06T10:00:00Z',
      patched: 'never',
    },
  ])
})

test('a patch ends it for all families of the hole, and a later sighting of any refutes it', () => {
  const patched = '2001-07-25T00:00:00Z' as Instant
  deepEqual(risks(row({ patched })), [])
  const [refuted] = risks(
    row({ patched }),
    row({ family: 'codered-x', last: '2001-08-06T10:00:00Z' as Instant }),
  )
  equal(refuted?.patched, 'refuted')
  deepEqual(risks(row(), row({ family: 'codered-x', patched })), [])
})

test('who was only seen through other holes, or merely looked, is not listed', () =>
  deepEqual(
    risks(row({ family: 'gpon' }), row({ grade: 'probe' }), row({ family: 'unheard-of' })),
    [],
  ))

test('the order of the rows, and rows told twice, change nothing', () => {
  const at = fc.integer({ min: 10, max: 28 }).map(day => `2001-07-${day}T00:00:00Z` as Instant)
  const rows = fc.array(
    fc.record({
      source: fc.constantFrom('192.0.2.7', '192.0.2.8').map(text => text as Source),
      family: fc.constantFrom('codered-n', 'codered-x', 'nimda'),
      grade: fc.constantFrom('infected' as const, 'likely' as const, 'probe' as const),
      first: at,
      last: at,
      patched: fc.option(at, { nil: undefined }),
    }),
  )
  fc.assert(
    fc.property(rows, some => {
      deepEqual(risks(...some.toReversed(), ...some), risks(...some))
    }),
  )
})
