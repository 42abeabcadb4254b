import type { LogEntry } from '../model/entry.ts'

/** A line and what is read from it. */
export type Sample = {
  readonly line: string
  /** The header lines above it, where the shape has some. */
  readonly header?: readonly string[]
  /** What the entry says, at least; undefined where it says nothing of a field. */
  readonly entry?: { readonly [Name in keyof LogEntry]?: string | number | boolean | undefined }
  /** The line is of the shape and tells of no request. */
  readonly event?: true
  /** Whose real line it is, with its licence, or which vendor's documentation shows it; ours when nothing is said. */
  readonly from?: string
  readonly note?: string
}
