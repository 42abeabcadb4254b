import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Source } from '@redalert/core'
import type { Owner } from '@redalert/owners'
import { noWishes } from '../wishes/wishes.ts'
import { poolsOf } from './pools-of.ts'

const source = '192.0.2.7' as Source
const contact = 'abuse@example.org'
const host = { source, told: { owner: { contact } } } as never
const wished = (all: boolean, but: readonly string[] = []) => ({
  ...noWishes,
  pool: { all, but: but as readonly Source[] },
})
const owner = (addresses?: 'dynamic') =>
  ({
    kind: 'owner',
    contact: { mailbox: contact },
    preferences: addresses && { addresses },
  }) as unknown as Owner

test('a host is in the pool of the owner who said so, of all addresses or of this one', () => {
  const poolOf = (wishes: ReturnType<typeof wished>) => poolsOf(() => wishes, new Map())(host)
  equal(poolOf(wished(false)), undefined)
  equal(poolOf(wished(true)), contact)
  equal(poolOf(wished(true, [source])), undefined)
  equal(poolOf(wished(false, [source])), contact)
})

test('a host is in the pool of an owner of whom the operator said so, also before anybody was told', () => {
  const quiet = () => noWishes
  equal(poolsOf(quiet, new Map([[source, owner('dynamic')]]))(host), contact)
  equal(poolsOf(quiet, new Map([[source, owner()]]))(host), undefined)
  const untold = { source, told: {} } as never
  equal(poolsOf(quiet, new Map([[source, owner('dynamic')]]))(untold), contact)
  equal(poolsOf(() => wished(true), new Map())(untold), undefined)
})
