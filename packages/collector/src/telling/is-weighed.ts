import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Ledger } from '../ledger/ledger.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import { revokedIn } from '../trust/revoked-in.ts'

/** Who is revoked, as a text that is equal for the same ones. */
export function revokedText(revoked: Iterable<string>): string {
  return JSON.stringify([...revoked].toSorted())
}

/**
 * Whether the letters of a folder were looked through since somebody was last revoked, or is believed again. Until then
 * none of them may leave: what it says may rest on what counts no more.
 */
export function isWeighed(folder: string, { notes }: Pick<Ledger, 'notes'>): boolean {
  if (!existsSync(join(folder, 'intake.db'))) return true
  using book = sqliteSubmitterBook(join(folder, 'intake.db'))
  return (notes.note('revoked') ?? revokedText([])) === revokedText(revokedIn(book))
}
