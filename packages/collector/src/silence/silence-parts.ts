import type { Instant, Source } from '@redalert/core'
import type { CaseBook } from '../cases/book/case-book.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { LifeLimits } from '../cases/life/life-limits.ts'
import type { SilenceBook } from '../ledger/silence-book.ts'
import type { CoverageRow } from '../store/store.ts'
import type { JudgeCells } from '../trust/told-hosts.ts'
import type { CellsOf } from './histories.ts'

/** What looking at silences depends on. */
export type SilenceParts = {
  readonly book: Pick<CaseBook, 'hosts'>
  readonly silences: SilenceBook
  /** What was told of some sources by those who are not revoked. */
  readonly cellsOf: CellsOf
  readonly judged: JudgeCells
  /** Those who are not revoked, and what of the time their sensors listened. */
  readonly submitters: Iterable<string>
  readonly coverageOf: (submitter: string) => readonly CoverageRow[]
  /** The sources that are hosts of a family, for learning how such hosts are seen. */
  readonly sourcesOf: (family: string) => readonly Source[]
  /** The owner's name when the address is one of a pool, or many share it: only all of the owner's hosts can be clean. */
  readonly poolOf: (host: HostLife) => string | undefined
  readonly limits: LifeLimits
  readonly now: Instant
}
