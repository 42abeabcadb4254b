import type {
  Field,
  Instant,
  Lack,
  Mark,
  NearShape,
  Signature,
  Span,
  TestedField,
  Trial,
  Untrusted,
  Verdict,
} from '@redalert/core'

/** Everything that can be said of one line of a log. */
export type LineStory = {
  readonly kind: 'line'
  /** Where it stands; absent where somebody gave the line itself. */
  readonly file?: string
  readonly line?: number
  readonly text: Untrusted
  readonly read: LineRead
}

/** How the line was read. */
export type LineRead =
  | ({ readonly kind: 'entry' } & EntryStory)
  | { readonly kind: 'unread'; readonly reason: string; readonly near: readonly NearShape[] }
  /** A line of a known format that tells of no request. */
  | { readonly kind: 'event'; readonly format: string }
  | { readonly kind: 'header' }
  /** Blank, or a comment. */
  | { readonly kind: 'skipped' }

/** What a line that tells of a request shows and proves. */
export type EntryStory = {
  readonly format: string
  /** Where another record is glued before this one, the part of the line that was read. */
  readonly record: Untrusted
  readonly at: Instant
  readonly clock: 'known' | 'assumed'
  readonly source: string
  readonly monthGuessed: boolean
  /** The line was cut off. */
  readonly cut: boolean
  readonly fields: readonly FieldStory[]
  readonly decodings: readonly Decoding[]
  readonly marks: readonly Mark[]
  /** Nearest first; those of the marks that it has before all others. */
  readonly trials: readonly TrialStory[]
  readonly standings: readonly StandingStory[]
}

/** A field as it stands in the record. */
export type FieldStory = {
  readonly field: Field
  readonly span: Span
  readonly raw: Untrusted
}

/** What stands behind the encodings of a field. */
export type Decoding = {
  readonly field: 'target' | 'referer' | 'userAgent' | 'missing'
  /** As logged, then layer by layer. */
  readonly steps: readonly Untrusted[]
  /** What conditions are put to. */
  readonly tested: readonly { readonly field: TestedField; readonly text: Untrusted }[]
}

/** How one mark's conditions fared, with what they were put to. */
export type TrialStory = Omit<Trial, 'conditions'> & {
  readonly conditions: readonly (Trial['conditions'][number] & {
    /** Undefined where the line does not hold the field. */
    readonly actual: Untrusted | undefined
  })[]
}

/** What some marks prove by one family, and what is missing for more; no verdict where they make no row alone. */
export type StandingStory = {
  readonly family: Signature
  readonly verdict: Omit<Verdict, 'family'> | undefined
  /** The marks it rests on. */
  readonly marks: readonly string[]
  /** By this family, or by another that claims some of the marks too. */
  readonly lacks: readonly (Lack & { readonly family: string })[]
}
