/** Numbers that become more, in an array that doubles. */
export type GrowingColumn = {
  readonly push: (...values: readonly number[]) => void
  readonly length: () => number
  readonly finish: () => Uint32Array
}

/** An empty column. */
export function growingColumn(): GrowingColumn {
  let column = new Uint32Array(1024)
  let length = 0
  return {
    push(...values) {
      if (length + values.length > column.length) {
        const wider = new Uint32Array(column.length * 2)
        wider.set(column)
        column = wider
      }
      for (const value of values) column[length++] = value
    },
    length: () => length,
    finish: () => column.slice(0, length),
  }
}
