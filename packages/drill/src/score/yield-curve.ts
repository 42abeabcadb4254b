import { type TrustPolicy } from '@redalert/collector/trust'
import { outcomes } from './outcome.ts'
import type { World } from '../world/world.ts'
import { type Yield, yieldOf } from './yield-of.ts'

/** What asking for so many points brings in, and what it costs. */
export type CurvePoint = {
  readonly points: number
  /** Whether this is what the policy says. */
  readonly isConfigured: boolean
  readonly yield: Yield
}

/**
 * What a policy makes of a world, and what it would if asking needed less or more: the words of one to six new
 * submitters. All else of the policy stays.
 */
export function yieldCurve(
  world: World,
  policy: TrustPolicy,
  everyHours: number,
): readonly CurvePoint[] {
  const { ask } = policy.needed
  const amounts = [1, 2, 3, 4, 5, 6].map(words => Math.round(words * policy.points.new * 10) / 10)
  const others = amounts
    .filter(points => points !== ask.points)
    .map(points => askingFor(points, policy))
  return outcomes(world, [policy, ...others], everyHours)
    .map(outcome => ({
      points: outcome.policy.needed.ask.points,
      isConfigured: outcome.policy === policy,
      yield: yieldOf(world, outcome),
    }))
    .toSorted((one, other) => one.points - other.points)
}

/** The policy if asking needed so many points, and nothing else fewer. */
function askingFor(points: number, policy: TrustPolicy): TrustPolicy {
  const { ask, assert, escalate } = policy.needed
  const parties = points <= policy.points.new ? 1 : ask.parties
  return {
    ...policy,
    needed: {
      ask: { ...ask, points, parties },
      assert: { ...assert, points: Math.max(points, assert.points) },
      escalate: { ...escalate, points: Math.max(points, escalate.points) },
    },
  }
}
