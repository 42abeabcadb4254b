import type { Config } from '../../config/schema.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Given } from '../command.ts'
import type { Io } from '../io.ts'

/** What each verb of `outbox` works with. */
export type OutboxWork = {
  readonly ledger: Ledger
  readonly folder: string
  readonly config: Config
  readonly given: Given
  readonly io: Io
  readonly letters: readonly number[]
}
