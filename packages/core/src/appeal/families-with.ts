import { toByteText } from '../model/byte-text.ts'
import { murmur3 } from '../model/murmur3.ts'
import { type Families, knownFamilies } from '../signatures/families.ts'
import type { Signature } from '../signatures/signature.ts'
import { canonicalJson } from './canonical-json.ts'

/** The families that redalert knows, with those that appeals brought; the version tells one set of them from another. */
export function familiesWith(brought: readonly Signature[]): Families {
  if (brought.length === 0) return knownFamilies
  const { list, version } = knownFamilies
  const text = brought.map(canonicalJson).toSorted().join('\n')
  const digest = murmur3(toByteText(text), 0).toString(16).padStart(8, '0')
  return { list: [...list, ...brought], version: `${version}+${digest}` }
}
