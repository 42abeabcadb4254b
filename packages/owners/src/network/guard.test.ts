import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, parseNetwork } from '@redalert/core'
import { guard } from './guard.ts'
import { learnHosts } from './learn-hosts.ts'

const sick = '198.51.100.7' as Address
const registry = '192.0.2.43' as Address
const sighted = (address: Address) => address === sick || address === registry

test('a machine under treatment is not touched', () => {
  const { allows } = guard({ sighted, hosts: ['rdap.example.org'] })
  equal(allows(sick, 'rdap.example.org').kind, 'refused')
  equal(allows('198.51.100.8' as Address, 'rdap.example.org').kind, 'go')
})

test('one forged sighting of a registry raises an alarm and closes nothing', () => {
  const guarding = guard({ sighted, hosts: ['rdap.example.org'] })
  guarding.learn('rdap.example.org', [registry])
  deepEqual(guarding.allows(registry, 'rdap.example.org'), {
    kind: 'alarm',
    reason:
      '192.0.2.43 belongs to rdap.example.org, on which we depend, and somebody reports it as infected',
  })
  equal(guarding.ours(registry), 'rdap.example.org')
})

test('only hosts on the list make an address ours', () => {
  const guarding = guard({ sighted, hosts: ['rdap.example.org'] })
  guarding.learn('evil.example.net', [sick])
  equal(guarding.ours(sick), undefined)
  equal(guarding.allows(sick, 'evil.example.net').kind, 'refused')
})

test('a network of ours is ours before anything was asked of it', () => {
  const networks = [parseNetwork('192.0.2.0/25')!]
  const guarding = guard({ sighted, hosts: [], networks })
  equal(guarding.ours(registry), '192.0.2.0/25')
  equal(guarding.allows(registry, 'relay.example.org').kind, 'alarm')
})

test('our own hosts are known before anything was asked of them, as far as they are found', async () => {
  const hosts = ['rdap.example.org', 'gone.example.org']
  const guarding = guard({ hosts })
  const resolve = async (host: string) => {
    if (host.startsWith('gone')) throw new Error('ENOTFOUND')
    return [registry, 'nonsense']
  }
  await learnHosts({ guard: guarding, resolve }, hosts)
  equal(guarding.ours(registry), 'rdap.example.org')
})
