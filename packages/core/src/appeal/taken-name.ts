import type { Signature } from '../signatures/signature.ts'

/** The name of a family, or of one of its marks, that another family bears already; undefined when there is none. */
export function takenName(signature: Signature, others: readonly Signature[]): string | undefined {
  const marks = new Set(others.flatMap(other => Object.keys(other.marks)))
  if (others.some(({ id }) => id === signature.id)) return signature.id
  return Object.keys(signature.marks).find(mark => marks.has(mark))
}
