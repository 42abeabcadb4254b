import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { type Address, signatures } from '@redalert/core'
import fc from 'fast-check'
import { exampleHost } from '../../test/example-notice.ts'
import { anyHost } from './any-notice.ts'
import { topicsOf } from './topic.ts'

const [one, other] = signatures

test('what is stated comes before what is asked, then the topic with most machines', () => {
  const hosts = [
    exampleHost({ family: one!, voice: 'asks' }),
    exampleHost({ family: one!, voice: 'asks' }),
    exampleHost({ family: one! }),
    exampleHost({ family: other! }),
    exampleHost({ family: other! }),
  ]
  const topics = topicsOf(hosts).map(({ family, voice, hosts: some }) => [
    family,
    voice,
    some.length,
  ])
  deepEqual(topics, [
    [other, 'states', 2],
    [one, 'states', 1],
    [one, 'asks', 2],
  ])
})

test('machines stand in the order of their addresses as numbers, IPv4 first', () => {
  const sources = ['2001:db8::9', '192.0.2.10', '2001:db8::10', '192.0.2.9', '198.51.100.1']
  const hosts = sources.map(source => exampleHost({ source: source as Address }))
  deepEqual(
    topicsOf(hosts)[0]?.hosts.map(({ source }) => source),
    ['192.0.2.9', '192.0.2.10', '198.51.100.1', '2001:db8::9', '2001:db8::10'],
  )
})

test('every machine is in one topic', () => {
  fc.assert(
    fc.property(fc.array(anyHost), hosts => {
      const sorted = topicsOf(hosts).flatMap(topic => topic.hosts)
      deepEqual(new Set(sorted), new Set(hosts))
      deepEqual(sorted.length, hosts.length)
    }),
  )
})
