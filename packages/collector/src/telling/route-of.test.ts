import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, parseAddress } from '@redalert/core'
import {
  exerciseNeverList,
  openOwners,
  owner,
  rangeCache,
  readCertTable,
  readOverrides,
} from '@redalert/owners'
import { day, letters, ofCase, planAt, seen, told } from '../policy/any-policy.ts'
import { routeOf } from './route-of.ts'

const lists = `
192.0.2.0/25   abuse@owner.example.org  language=de format=text
192.0.0.0/16   abuse@carrier.example.net
`
const teams = readCertTable('NL cert@team.example.com language=nl format=cert A team', 'teams')

async function routeTo(text: string) {
  const parts = openOwners({
    never: exerciseNeverList(),
    cache: rangeCache({ now: Date.now, random: () => 0.5 }),
    now: Date.now,
    random: () => 0.5,
    sleep: async () => undefined,
    overrides: readOverrides(lists, 'a list'),
    certs: teams,
  })
  for await (const found of owner([parseAddress(text) as Address], parts)) {
    // The operator's list says nothing of countries.
    const known = found.kind === 'owner' ? { ...found, country: 'NL' } : found
    return routeOf(known, teams, parts.above)
  }
  return undefined
}

test('a route names the owner, the holder of a wider network and the team of the country', async () => {
  const route = await routeTo('192.0.2.1')
  deepEqual(
    [route?.owner.map(({ mailbox }) => mailbox), route?.above?.mailbox, route?.team],
    [
      ['abuse@owner.example.org'],
      'abuse@carrier.example.net',
      {
        mailbox: 'cert@team.example.com',
        organisation: null,
        country: 'NL',
        language: 'nl',
        format: 'cert',
      },
    ],
  )
  equal((await routeTo('192.0.3.1'))?.above, null)
})

test('an owner who goes on after one reminder is told of to the holder above, and then to the team', async () => {
  const route = await routeTo('192.0.2.1')
  const routeOf = () => route
  const first = [seen(0), told(1)]
  const goesOn = [...first, seen(4 * day)]
  deepEqual(letters(planAt(2, first, { routeOf })), [])
  deepEqual(letters(planAt(6 * day, goesOn, { routeOf })), ['abuse@owner.example.org reminder'])
  const reminded = [...goesOn, told(6 * day)]
  deepEqual(letters(planAt(20 * day, reminded, { routeOf })), [], 'without new evidence nobody')
  const stillOn = [...reminded, seen(14 * day)]
  deepEqual(letters(planAt(15 * day, stillOn, { routeOf })), [
    'abuse@carrier.example.net escalation above',
  ])
  const escalated = [
    ...stillOn,
    told(15 * day, 'above', 'abuse@carrier.example.net'),
    seen(20 * day),
  ]
  deepEqual(letters(planAt(26 * day, escalated, { routeOf })), [
    'cert@team.example.com country country',
  ])
})

test('an owner to whom mail does not arrive is passed over at once', async () => {
  const route = await routeTo('192.0.2.1')
  const bounced = [seen(0), told(1), ofCase(2, { kind: 'bounced', how: 'hard' })]
  deepEqual(letters(planAt(3, bounced, { routeOf: () => route })), [
    'abuse@carrier.example.net escalation above',
  ])
})
