import { convince } from '../proof/convince.ts'
import { readForm } from '../proof/form.ts'
import type { Objection } from '../proof/objection.ts'
import type { Signature } from '../signatures/signature.ts'
import type { Appeal } from './appeal.ts'
import { takenName } from './taken-name.ts'

/** What a program is to look for when it answers an appeal, and what of it it cannot. */
export type WantedFamilies = {
  /** All that is asked for and known, each once, in the order in which it is asked for. */
  readonly wanted: readonly Signature[]
  /** Those of {@link wanted} that came with the appeal: a person is told that they are new. */
  readonly brought: readonly Signature[]
  /** Families named in it that nobody here knows: the program is too old. */
  readonly unknown: readonly string[]
  /** Families in it that are not looked for, and why. */
  readonly refused: readonly RefusedFamily[]
}

export type RefusedFamily =
  | {
      readonly kind: 'unconvincing'
      readonly index: number
      readonly objections: readonly Objection[]
    }
  /** It bears the name, or holds a mark, of a family that is known already: that one is looked for. */
  | { readonly kind: 'known'; readonly index: number; readonly name: string }

/**
 * Whom an appeal asks to look for. A family that comes with one is read as strictly as anybody's file, and replaces
 * none that is known, for else whoever appeals could say what codered-n is.
 */
export function wantedFamilies(
  { families, signatures }: Pick<Appeal, 'families' | 'signatures'>,
  known: readonly Signature[],
): WantedFamilies {
  const brought: Signature[] = []
  const refused: RefusedFamily[] = []
  for (const [index, value] of signatures.entries()) {
    const form = readForm(value)
    if (!('signature' in form)) {
      refused.push({ kind: 'unconvincing', index, objections: form.objections })
      continue
    }
    const { signature } = form
    const all = [...known, ...brought]
    const name = takenName(signature, all)
    if (name !== undefined) {
      refused.push({ kind: 'known', index, name })
      continue
    }
    const objections = convince(signature, all)
    if (objections.length > 0) refused.push({ kind: 'unconvincing', index, objections })
    else brought.push(signature)
  }
  const byId = new Map([...known, ...brought].map(family => [family.id, family]))
  const names = new Set([...families, ...brought.map(({ id }) => id)])
  return {
    wanted: [...names].map(id => byId.get(id)).filter(family => family !== undefined),
    brought,
    unknown: [...names].filter(id => !byId.has(id)),
    refused,
  }
}
