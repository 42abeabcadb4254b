import type { Appeal, AppealTo, Instant, Signature } from '@redalert/core'

/** What the operator says of a new appeal. */
export type AppealDraft = {
  readonly id: string
  readonly collector: string
  readonly contact: string
  readonly from: Instant
  readonly until: Instant
  readonly deadline: Instant
  /** Families that every program knows, by name. */
  readonly families: readonly string[]
  /** Families from files, which convince. */
  readonly signatures: readonly Signature[]
  readonly to: AppealTo
  /** Texts of the operator's own, each in place of ours in the same language. */
  readonly texts: Appeal['texts']
}
