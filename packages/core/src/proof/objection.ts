/** Why a family file does not convince: where in it, what is wrong, and what to do. */
export type Objection = {
  /** A path into the file, `marks.nimda-c.when.path`. */
  readonly at: string
  readonly problem: string
  readonly help: string
}
