import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Source } from '@redalert/core'
import { type Ruling, rulings } from './rulings.ts'
import type { Policy } from './schema.ts'
import { standardPolicy } from './standard-policy.ts'

const here = { source: '192.0.2.7' as Source, country: 'NL', asn: 64500 }
const named = { source: 'host.example.org' as Source, country: null, asn: null }

const table: readonly (readonly [string, Partial<Policy>, typeof here | typeof named, Ruling])[] = [
  ['everybody is told where nobody is named', {}, here, 'tell'],
  ['our own are told', { constituency: ['192.0.2.0/24'] }, here, 'tell'],
  ['others go to their team', { constituency: ['198.51.100.0/24'] }, here, 'via-cert'],
  ['or as the operator says', { constituency: ['DE'], foreign: 'hold' }, here, 'hold'],
  ['of two lists the more careful one counts', { never: ['NL'], hold: ['AS64500'] }, here, 'never'],
  ['a person comes before a team', { hold: ['NL'], via_cert: ['NL'] }, here, 'hold'],
  ['a hostile one comes before a team', { hostile: ['NL'], via_cert: ['NL'] }, here, 'upstream'],
  ['a network of IPv6 holds no IPv4', { never: ['2001:db8::/32'] }, here, 'tell'],
  ['a name is in no network', { never: ['0.0.0.0/0'] }, named, 'tell'],
]
for (const [sentence, policy, where, ruling] of table)
  test(sentence, () => equal(rulings({ ...standardPolicy(), ...policy })(where), ruling))
