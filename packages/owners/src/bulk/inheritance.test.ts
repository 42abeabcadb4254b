import { equal } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Address } from '@redalert/core'
import fc from 'fast-check'
import { anyAddress, anyRange } from '../ranges/any-range.ts'
import { holds, type Range } from '../ranges/range.ts'
import { loadBulk } from './load-bulk.ts'
import { openBulk } from './open-bulk.ts'

const base = mkdtempSync(join(tmpdir(), 'redalert-inheritance-'))
after(() => rmSync(base, { recursive: true }))

type Inetnum = {
  readonly range: Range
  readonly desk: number
  readonly org: number
  readonly handedOut: boolean
}
type Database = {
  readonly inetnums: readonly Inetnum[]
  /** Whether the role of a number has a mailbox for abuse. */
  readonly roles: readonly boolean[]
  /** The abuse-c of the organisation of a number. */
  readonly organisations: readonly number[]
}

const few = fc.integer({ min: 0, max: 3 })
const database: fc.Arbitrary<Database> = fc.record({
  inetnums: fc
    .array(
      fc.record({
        range: fc.constantFrom(1 as const, 4 as const).chain(anyRange),
        desk: few,
        org: few,
        handedOut: fc.boolean(),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map(nestedOnly),
  roles: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  organisations: fc.array(few, { minLength: 4, maxLength: 4 }),
})

test('a contact is inherited as RIPE itself inherits it: own, organisation’s, then up, but not from above what it handed out', async () => {
  await fc.assert(
    fc.asyncProperty(
      database,
      fc.array(anyAddress(1), { maxLength: 6 }),
      async (data, addresses) => {
        const folder = mkdtempSync(join(base, 'data-'))
        const file = join(folder, 'ripe.db')
        writeFileSync(file, dumpOf(data))
        for await (const _ of loadBulk([file], folder, { now: () => 0 })) continue
        const bulk = openBulk(folder)
        for (const address of [...addresses, ...data.inetnums.map(({ range }) => range.start)]) {
          const found = bulk.find(address)
          const mailbox =
            found.kind === 'holding' ? (found.holding.clues[0]?.mailbox ?? 'nobody') : 'nothing'
          equal(mailbox, oracle(data, address))
        }
        rmSync(folder, { recursive: true })
      },
    ),
    { numRuns: 60 },
  )
})

/** RIPE's own rule, read from its database program, walked object by object. */
function oracle({ inetnums, roles, organisations }: Database, address: Address): string {
  const around = inetnums
    .filter(({ range }) => holds(range, address))
    .toSorted((one, other) => (lies(one.range, other.range) ? -1 : 1))
  if (around.length === 0) return 'nothing'
  for (const { desk, org, handedOut } of around) {
    const role = [desk, organisations[org] ?? 0].find(number => number > 0 && roles[number])
    const isOrganisations = desk === 0 || !roles[desk]
    if (role !== undefined && (!isOrganisations || org > 0)) return `role${role}@example.org`
    if (handedOut) return 'nobody'
  }
  return 'nobody'
}

function dumpOf({ inetnums, roles, organisations }: Database): string {
  const objects = [
    ...inetnums.map(({ range, desk, org, handedOut }) => [
      range.start.includes(':')
        ? `inet6num: ${range.start} - ${range.end}`
        : `inetnum: ${range.start} - ${range.end}`,
      ...(desk > 0 ? [`abuse-c: R${desk}`] : []),
      ...(org > 0 ? [`org: O${org}`] : []),
      `mnt-by: ${handedOut ? 'RIPE-NCC-HM-MNT' : 'EXAMPLE-MNT'}`,
    ]),
    ...roles.map((hasBox, number) => [
      `role: role ${number}`,
      `nic-hdl: R${number}`,
      ...(hasBox ? [`abuse-mailbox: role${number}@example.org`] : []),
    ]),
    ...organisations.map((desk, number) => [
      `organisation: O${number}`,
      ...(desk > 0 ? [`abuse-c: R${desk}`] : []),
    ]),
  ]
  return objects.map(lines => [...lines, 'source: RIPE', ''].join('\n')).join('\n')
}

/** A registry's networks lie in each other or apart, and no two are the same. */
function nestedOnly(all: readonly Inetnum[]): readonly Inetnum[] {
  const kept: Inetnum[] = []
  for (const one of all)
    if (
      kept.every(
        other =>
          isApart(one.range, other.range) ||
          lies(one.range, other.range) !== lies(other.range, one.range),
      )
    )
      kept.push(one)
  return kept
}

function isApart(one: Range, other: Range): boolean {
  return !holds(one, other.start) && !holds(other, one.start)
}

function lies(inner: Range, outer: Range): boolean {
  return holds(outer, inner.start) && holds(outer, inner.end)
}
