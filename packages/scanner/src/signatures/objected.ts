import type { Position } from './position.ts'

/** What is objected to in a family's file: where, what, and what to do. */
export type Objected = Position & {
  readonly file: string
  /** The way into the file, `marks.nimda-c.when.path`; empty where the text is no JSON. */
  readonly at: string
  readonly problem: string
  readonly help: string
}
