import type { Consequence } from './consequence.ts'
import type { Decision } from './decide.ts'
import { consequences } from './consequence.ts'
import type { TrustPolicy } from './trust-policy.ts'

/** Why a host may go so far and no further: a sentence for a person. */
export function because(decision: Decision, { needed }: TrustPolicy): string {
  const { may, points, parties, seenByOwn } = decision
  const told = `${parties} ${parties === 1 ? 'party' : 'parties'} told of it, ${number(points)} points`
  const own = seenByOwn ? '; an own sensor saw it' : ''
  const next = may === null ? 'ask' : consequences[consequences.indexOf(may) + 1]
  if (!next) return `${told}${own}`
  const lacking = needed[next]
  return `${told}${own}; ${naming[next]} needs ${number(lacking.points)} points, and ${lacking.parties} parties that prove it ${lacking.grade}`
}

const naming: Readonly<Record<Consequence, string>> = {
  ask: 'asking the owner',
  assert: 'stating it',
  escalate: 'going beyond the owner',
}

function number(points: number): string {
  return points.toFixed(1)
}
