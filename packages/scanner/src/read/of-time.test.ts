import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import type { FoundLog } from './found.ts'
import { ofTime } from './of-time.ts'

const since = '2001-07-19T00:00:00Z' as Instant

function logs(...names: readonly string[]): readonly FoundLog[] {
  return names.map(name => ({
    kind: 'log',
    name,
    path: `/logs/${name}`,
    size: 1,
    modified: undefined,
    named: false,
  }))
}

test('logs of another time are left out and told once', () => {
  const [said, ...rest] = ofTime(logs('ex010601.log', 'ex010602.log', 'ex010719.log'), { since })
  deepEqual(
    rest.map(each => each.kind === 'log' && each.name),
    ['ex010719.log'],
  )
  deepEqual(said, {
    kind: 'remark',
    code: 'other-time',
    file: 'ex010601.log',
    message:
      'ex010601.log and 1 more log were not opened: nothing in them can be of the time asked for',
  })
})

test('one log of another time is told by its name', () => {
  const [said] = ofTime(logs('ex010601.log'), { since })
  equal(
    said?.kind === 'remark' && said.message,
    'ex010601.log was not opened: nothing in it can be of the time asked for',
  )
})

test('without a time, and of the standard input, nothing is left out', () => {
  const found = logs('ex010601.log')
  equal(ofTime(found, {}), found)
  const input: FoundLog = { ...found[0]!, name: 'standard input', path: undefined }
  deepEqual(ofTime([input], { since }), [input])
})
