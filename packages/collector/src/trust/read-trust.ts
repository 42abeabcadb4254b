import { atLeast } from '@redalert/core'
import { consequences } from './consequence.ts'
import { type TrustPolicy, trustPolicy } from './trust-policy.ts'

/** A table as a configuration states it: what it leaves out is as usual. */
export type StatedTrust = Partially<TrustPolicy>

type Partially<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Partially<Value[Key]> }
    : Value

/** The table, or the sentences that say what in it contradicts itself or the laws of the house. */
export type ReadTrust =
  | { readonly kind: 'policy'; readonly policy: TrustPolicy }
  | { readonly kind: 'refused'; readonly because: readonly string[] }

/** Fills in what a configuration of the right schema leaves out, and refuses what would be unsafe by mistake. */
export function readTrust(stated: StatedTrust): ReadTrust {
  const policy = filledIn(trustPolicy, stated) as TrustPolicy
  const because = objections(policy)
  return because.length === 0 ? { kind: 'policy', policy } : { kind: 'refused', because }
}

function filledIn(usual: unknown, stated: unknown): unknown {
  if (stated === undefined) return usual
  if (typeof usual !== 'object' || usual === null || Array.isArray(usual)) return stated
  const given = stated as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(usual).map(([key, value]) => [
      key,
      filledIn(value, Object.hasOwn(given, key) ? given[key] : undefined),
    ]),
  )
}

function objections({ points, evidence, needed, lies }: TrustPolicy): readonly string[] {
  const found: string[] = []
  const refuse = (holds: boolean, sentence: string) => {
    if (!holds) found.push(sentence)
  }
  refuse(
    points.new <= points.established && points.established <= points.vetted,
    'trust.points: somebody new may not weigh more than somebody established, nor they more than somebody vetted',
  )
  refuse(
    evidence.probe <= evidence.likely && evidence.likely <= evidence.infected,
    'trust.evidence: evidence that proves less may not leave more of a word',
  )
  for (const [index, consequence] of consequences.entries()) {
    const { points: most, parties, grade } = needed[consequence]
    const milder = needed[consequences[index - 1] ?? 'ask']
    refuse(
      most >= milder.points && parties >= milder.parties && atLeast(grade, milder.grade),
      `trust.needed.${consequence} may not need less than what is milder`,
    )
    refuse(
      parties >= 2 && points.new < most,
      `trust.needed.${consequence}: nobody but the operator's own sensors may bring it about alone`,
    )
  }
  refuse(
    needed.assert.grade === 'infected',
    'trust.needed.assert.grade must be "infected": nothing less is ever stated',
  )
  refuse(
    !needed.escalate.ownAlone,
    'trust.needed.escalate.ownAlone must be false: what goes beyond the owner has two witnesses',
  )
  refuse(
    lies.thin.includes(needed.ask.parties),
    'trust.lies.thin must hold trust.needed.ask.parties: a host on which just enough agree is what liars make',
  )
  return found
}
