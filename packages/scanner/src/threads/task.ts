import type { Header } from '@redalert/core'
import type { Answered, UnreadLine } from '../finding.ts'
import type { ReadFault, ReadRemark } from '../read/fault.ts'
import type { FoundLog } from '../read/found.ts'
import type { Tally } from '../tally.ts'

/** A log, or a slice of a large one, that one thread reads. */
export type Task = {
  readonly log: FoundLog
  readonly slice?: Slice
  /** Only the main thread can read it: the standard input, a pipe. */
  readonly here?: true
}

/** The lines of a plain file that begin from one byte up to another. */
export type Slice = {
  readonly from: number
  readonly to: number
  /** The size of the file when the work was divided. */
  readonly size: number
  /** What the header lines above are taken to say. */
  readonly header?: Header
}

/** Something to be said in the order of the lines; a line is counted from the first of its slice. */
export type Note = UnreadLine | Answered | ReadFault | ReadRemark

/** What came of a task. */
export type Done = {
  readonly tally: Tally
  /** What was noted and not told before. */
  readonly notes: readonly Note[]
  /** What the header lines up to its end say. */
  readonly header?: Header
}

/** What a task notes while it is done, and at last what came of it. */
export type Outcome =
  | { readonly kind: 'notes'; readonly task: Task; readonly notes: readonly Note[] }
  | { readonly kind: 'done'; readonly task: Task; readonly done: Done }
