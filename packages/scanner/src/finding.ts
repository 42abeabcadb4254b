import type { Coverage, Evidence, Instant, Sighting, Untrusted } from '@redalert/core'

/** What a scan says, as it is shown, written as JSON lines, and read again by `submit`. */
export type Finding =
  | Heading
  | Row
  | PayloadHost
  | Answered
  | UnreadLine
  | FileFault
  | FileRemark
  | CoverageFinding
  | Summary

/** The first line of `--json`: who saw this, in which zone local times were read, and what was looked for. */
export type Heading = {
  readonly kind: 'redalert'
  readonly schema: 1
  readonly sensor: string
  readonly zone: string | null
  readonly signatures: string
}

/** A sighting with what only the log's owner may see: where its lines stand, and how many they are. */
export type Row = Sighting & {
  readonly kind: 'sighting'
  /** Lines that made its marks, exactly; never sent. */
  readonly lines: number
  readonly files: readonly string[]
  /** The first evidence lines of its cells. */
  readonly evidence: readonly Evidence[]
}

/** A host that the sources told their victims to fetch from: the second party to tell. */
export type PayloadHost = {
  readonly kind: 'payload-host'
  readonly host: Untrusted
  readonly sources: readonly string[]
}

/** A back-door request that this log's own server answered as if it worked: a question to its owner, not a claim. */
export type Answered = {
  readonly kind: 'answered'
  readonly file: string
  readonly line: number
  readonly text: Untrusted
}

/** A line that no format could read, and why. */
export type UnreadLine = {
  readonly kind: 'unread'
  readonly file: string
  readonly line: number
  readonly reason: string
}

/** A file that could not be opened or read to its end. */
export type FileFault = {
  readonly kind: 'fault'
  readonly code: string
  readonly file: string
  readonly message: string
}

/** Something worth saying about a file that costs no line of it. */
export type FileRemark = {
  readonly kind: 'remark'
  readonly code: string
  readonly file: string
  readonly message: string
}

export type CoverageFinding = Coverage & { readonly kind: 'coverage' }

/** The last line: lines = matched + other + unread + skipped. */
export type Summary = {
  readonly kind: 'summary'
  readonly files: number
  readonly lines: number
  readonly matched: number
  readonly other: number
  readonly unread: number
  readonly skipped: number
  /** Bytes of the files as they lie on disk. */
  readonly bytes: number
  readonly seconds: number
  /** The time of the first and the last entry; absent when there was none. */
  readonly first?: Instant
  readonly last?: Instant
}
