import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { aside } from './aside.ts'

const told = { code: 'empty', file: 'a.log', message: 'a\x07.log is empty' }

test('faults, remarks and unread lines are told beside the report, each in one safe line', () => {
  equal(aside({ kind: 'fault', ...told }), 'redalert: a\\x07.log is empty')
  equal(aside({ kind: 'remark', ...told }), 'redalert: note: a\\x07.log is empty')
  equal(aside({ kind: 'unread', file: 'a.log', line: 3, reason: 'no time' }), 'a.log:3: no time')
})
