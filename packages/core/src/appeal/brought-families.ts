import { readForm } from '../proof/form.ts'
import type { Signature } from '../signatures/signature.ts'
import type { Appeal } from './appeal.ts'
import { takenName } from './taken-name.ts'

/**
 * The families that appeals of one's own brought, the earlier appeal first; of two with one name or mark the earlier
 * holds, and of what is known anyway that which is known. Whether they convince was asked when the appeals were made and
 * is not asked again, so that what was told by one is not forgotten when a later version knows a family like it.
 */
export function broughtFamilies(
  appeals: readonly Pick<Appeal, 'id' | 'made' | 'signatures'>[],
  known: readonly Signature[],
): readonly Signature[] {
  const brought: Signature[] = []
  for (const { signatures } of appeals.toSorted(byAge)) {
    for (const value of signatures) {
      const form = readForm(value)
      if (!('signature' in form)) continue
      if (takenName(form.signature, [...known, ...brought]) === undefined)
        brought.push(form.signature)
    }
  }
  return brought
}

function byAge(one: Pick<Appeal, 'id' | 'made'>, other: Pick<Appeal, 'id' | 'made'>): number {
  if (one.made !== other.made) return one.made < other.made ? -1 : 1
  return one.id < other.id ? -1 : 1
}
