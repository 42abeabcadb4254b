import 'node:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, instantOfSeconds } from '@redalert/core'
import { keyBytes, newKey } from '../keys/new-key.ts'
import { anySigning } from '../outbox/posting/any-outbox.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import { testFolder } from './any-collector.ts'

/** A folder with owners, a key to sign by and a sensor of the operator's own, whose word alone suffices. */
export function readyFolder(
  toml: string,
  owners: string,
): { readonly folder: string; readonly key: string } {
  const folder = testFolder()
  writeFileSync(join(folder, 'owners.txt'), owners)
  writeFileSync(join(folder, 'rsa.pem'), anySigning.rsa.pem)
  writeFileSync(join(folder, 'redalert.toml'), toml)
  using book = sqliteSubmitterBook(join(folder, 'intake.db'))
  const at = instantOfSeconds(Date.now() / 1000 - 30 * 86_400) as Instant
  book.record({ kind: 'met', name: 'own', as: 'own', at, batch: null })
  const { text, kept } = newKey(
    { submitter: 'own', scopes: ['submit'] },
    at,
    Buffer.alloc(keyBytes, 7),
  )
  book.addKey(kept)
  return { folder, key: text }
}
