/** What a cut gives in place of the next place when the record is not of this shape. */
export const noFit = -1
/** What a cut gives in place of the next place when the record ends inside a field. */
export const cutOff = -2
