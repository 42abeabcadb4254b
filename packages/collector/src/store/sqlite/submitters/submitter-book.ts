import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { stepSubmitter } from '../../../trust/step-submitter.ts'
import type { SubmitterBook } from '../../../trust/submitter-book.ts'
import type { Submitter } from '../../../trust/submitter.ts'
import { openDatabase } from '../open-database.ts'
import { transaction } from '../transaction.ts'
import { bookSchema } from './schema.ts'
import { keyOfRow, rowOfSubmitter, submitterOfRow } from './submitter-row.ts'

/** Opens the book in a database, which it makes where there is none. Several processes may have it open at once. */
export function sqliteSubmitterBook(file: string): SubmitterBook & Disposable {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = openDatabase(file, { durability: 'full', cacheMegabytes: 4, logMegabytes: 32 })
  database.exec(bookSchema)
  const selectAll = database.prepare('SELECT * FROM submitters ORDER BY name')
  const selectOne = database.prepare('SELECT * FROM submitters WHERE name = ?')
  const upsert = database.prepare('INSERT OR REPLACE INTO submitters VALUES (?,?,?,?,?,?,?,?)')
  const selectKey = database.prepare('SELECT * FROM submitter_keys WHERE id = ?')
  const selectKeys = database.prepare(
    'SELECT * FROM submitter_keys WHERE submitter = ? ORDER BY id',
  )
  const insertKey = database.prepare('INSERT INTO submitter_keys VALUES (?, ?, ?, ?, ?, ?, ?)')
  const use = database.prepare(
    "UPDATE submitter_keys SET last_used = ?1 WHERE id = ?2 AND coalesce(last_used, '') < ?1",
  )
  const revoke = database.prepare('UPDATE submitter_keys SET revoked = 1 WHERE id = ?')
  const selectAddress = database.prepare(
    'SELECT submitter FROM submitter_addresses WHERE address = ?',
  )
  const insertAddress = database.prepare('INSERT INTO submitter_addresses VALUES (?, ?)')
  const removeAddress = database.prepare('DELETE FROM submitter_addresses WHERE address = ?')

  const submitter = (name: string): Submitter | undefined => {
    const row = selectOne.get(name)
    return row && submitterOfRow(row)
  }
  const key = (id: string) => {
    const row = selectKey.get(id)
    return row && keyOfRow(row)
  }
  const enrolledWith = (address: string): string | undefined => {
    const row = selectAddress.get(address.toLowerCase())
    return row && String(row['submitter'])
  }
  return {
    submitters: () => selectAll.all().map(submitterOfRow),
    submitter,
    record(event) {
      const seen = submitter(event.name)
      // Nearly always nothing is new, and then nothing is written.
      if (seen && isSame(seen, stepSubmitter(seen, event))) return true
      return transaction(database, () => {
        const next = stepSubmitter(submitter(event.name), event)
        if (next) upsert.run(...rowOfSubmitter(next))
        return next !== undefined
      })
    },
    key,
    keys: name => selectKeys.all(name).map(keyOfRow),
    addKey: added =>
      transaction(database, () => {
        const known = key(added.id)
        if (known) return known.hash === added.hash && known.submitter === added.submitter
        if (!submitter(added.submitter)) return false
        const { id, hash, scopes, made, lastUsed, revoked } = added
        insertKey.run(id, hash, added.submitter, scopes.join(' '), made, lastUsed, Number(revoked))
        return true
      }),
    useKey: (id, at) => void use.run(at, id),
    revokeKey: id => revoke.run(id).changes === 1,
    enrolledWith,
    addAddress: (name, address) =>
      transaction(database, () => {
        const whose = enrolledWith(address)
        if (whose !== undefined) return whose === name
        if (!submitter(name)) return false
        insertAddress.run(address.toLowerCase(), name)
        return true
      }),
    removeAddress: address => void removeAddress.run(address.toLowerCase()),
    [Symbol.dispose]() {
      database.close()
    },
  }
}

function isSame(one: Submitter, other: Submitter | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
