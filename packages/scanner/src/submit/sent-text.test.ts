import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { SpooledHead } from '../spool/spooled.ts'
import { sentText } from './sent-text.ts'

const head = {
  to: 'https://collector.example.org',
  holds: { cells: 1, sources: 1, hours: 0 },
} as SpooledHead

test('a collector that is busy says where the receipt will be', () => {
  deepEqual(sentText({ kind: 'received', id: 'k7', receipt: null, head }), [
    'received by https://collector.example.org as k7: 1 cell of 1 machine',
    '  not read yet: its receipt will be at https://collector.example.org/api/v1/submissions/k7',
  ])
})
