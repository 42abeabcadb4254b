import type { Grade, Instant, Source } from '@redalert/core'

/** What one submitter told of one host: what their own cells prove, without anybody else's. */
export type Report = {
  readonly submitter: string
  readonly grade: Grade
  readonly first: Instant
  readonly last: Instant
}

/** A host, and everybody's word on it: each submitter at most once. */
export type ToldHost = {
  readonly source: Source
  readonly family: string
  readonly reports: readonly Report[]
}
