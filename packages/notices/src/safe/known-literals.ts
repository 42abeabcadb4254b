import { type Signature, signatures } from '@redalert/core'
import { literalsOf } from './literals.ts'

const known = literalsOf(signatures)

/** The texts by which the families that redalert knows, and some others, are known. */
export function knownLiterals(others: readonly Signature[]): readonly string[] {
  const unknown = others.filter(family => !signatures.includes(family))
  return unknown.length > 0 ? [...new Set([...known, ...literalsOf(unknown)])] : known
}
