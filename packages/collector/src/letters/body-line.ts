/** A line of a body: its text of one character per byte, and its number where it stood. */
export type BodyLine = { readonly number: number; readonly text: string }

/** Lines after something was undone, and how often it was. */
export type Repair = { readonly lines: readonly BodyLine[]; readonly count: number }
