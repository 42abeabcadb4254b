/** Why a family file does not convince: where in it, what is wrong, and what to do. */
export type Objection = {
  /** The steps from the file's root to what is objected to; what is missing is looked for where it should stand. */
  readonly at: Path
  readonly problem: string
  readonly help: string
}

/** The names and numbers of the places that lead into a JSON value: `marks`, `nimda-c`, `when`, `path`. */
export type Path = readonly (string | number)[]
