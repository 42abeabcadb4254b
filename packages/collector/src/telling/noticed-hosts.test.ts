import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Families,
  familiesWith,
  type Instant,
  knownFamilies,
  type Source,
} from '@redalert/core'
import { claws, clawsLine } from '../appeal/any-family.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import { matcher } from '../verify/matcher.ts'
import { verifyLines } from '../verify/verify-lines.ts'
import { noticedHosts } from './noticed-hosts.ts'

const source = '192.0.2.7' as Source
const now = '2001-07-20T00:00:00Z' as Instant
const families = familiesWith([claws])
const { cells } = verifyLines([{ number: 1, text: clawsLine(source).trim() }], {
  now,
  profile: 'exercise',
  context: {},
  families,
  match: matcher(families),
  sensor: 'www',
})
const host: HostLife = {
  source,
  family: 'claws',
  state: 'confirmed',
  since: now,
  grade: 'infected',
  may: 'assert',
  first: now,
  last: now,
  told: {},
  round: 1,
  tenancy: 1,
}
const noticed = (by: Families) =>
  noticedHosts([host], {
    cells: () => [...cells.values()].map(cell => ({ submitter: 'alice', cell })),
    ownerOf: () => undefined,
    partiesOf: () => 2,
    newId: () => 'id',
    families: by,
  })

test('the owner of a machine is told of a family that an appeal brought, by its name', () => {
  equal(cells.size, 1)
  deepEqual(
    noticed(families).map(({ family, reporters }) => [family.id, family.name, reporters]),
    [['claws', 'Claws', 2]],
  )
})

test('nobody is told of a family that is not known any more', () => {
  deepEqual(noticed(knownFamilies), [])
})
