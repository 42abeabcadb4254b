import { deepEqual, equal } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Instant } from '@redalert/core'
import { submitterBookContract } from '../../../trust/contract.ts'
import { sqliteSubmitterBook } from './submitter-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-book-'))
after(() => rmSync(folder, { recursive: true }))
const now = '2001-07-19T00:00:00Z' as Instant

submitterBookContract('sqlite', () => sqliteSubmitterBook(':memory:'))

test('what one process writes another one sees, and it is there when all are gone', () => {
  const file = join(folder, 'data', 'intake.db')
  {
    using one = sqliteSubmitterBook(file)
    using other = sqliteSubmitterBook(file)
    one.record({ kind: 'met', name: 'a', as: 'own', at: now, batch: 'July' })
    equal(other.submitter('a')?.kind, 'own')
    other.record({ kind: 'revoked', name: 'a' })
    one.record({ kind: 'vetted', name: 'a' })
  }
  using again = sqliteSubmitterBook(file)
  deepEqual(again.submitter('a'), {
    name: 'a',
    kind: 'own',
    since: now,
    batch: 'July',
    vetted: true,
    revoked: true,
    sentFrom: [],
    listens: [],
  })
})
