import type { CaseBook } from '../cases/book/case-book.ts'
import type { Letterbox } from '../letterbox.ts'
import type { WishBook } from '../wishes/wish-book.ts'
import type { AnswererBook } from './answerer-book.ts'
import type { HeardBook } from './heard-book.ts'
import type { LedgerNotes } from './ledger-notes.ts'
import type { SilenceBook } from './silence-book.ts'
import type { SummaryBook } from './summary-book.ts'

/** What is known of hosts, cases and letters, in one place, so that a letter and what it tells are written down together. */
export type Ledger = Disposable & {
  /** Does several things as one: all of them, or none. */
  readonly together: (work: () => void) => void
  readonly book: CaseBook
  readonly letterbox: Letterbox
  readonly heard: HeardBook
  readonly silences: SilenceBook
  readonly notes: LedgerNotes
  readonly wishes: WishBook
  readonly summaries: SummaryBook
  readonly answerers: AnswererBook
}
