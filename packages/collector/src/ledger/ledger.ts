import type { CaseBook } from '../cases/book/case-book.ts'
import type { Letterbox } from '../letterbox.ts'
import type { HeardBook } from './heard-book.ts'
import type { LedgerNotes } from './ledger-notes.ts'
import type { SilenceBook } from './silence-book.ts'

/** What is known of hosts, cases and letters, in one place, so that a letter and what it tells are written down together. */
export type Ledger = Disposable & {
  readonly book: CaseBook
  readonly letterbox: Letterbox
  readonly heard: HeardBook
  readonly silences: SilenceBook
  readonly notes: LedgerNotes
}
