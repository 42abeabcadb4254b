import { type Consequence, consequences, decide, type TrustPolicy } from '@redalert/collector/trust'
import { looks } from './looks.ts'
import type { World, WorldHost } from '../world/world.ts'

/** What came of a world under a policy. What was done is never undone. */
export type Outcome = {
  readonly policy: TrustPolicy
  readonly reached: ReadonlyMap<WorldHost, Reached>
  /** Everybody who was ever doubted. */
  readonly doubted: ReadonlySet<string>
}

/** The furthest a host came, and when it was asked about. */
export type Reached = { readonly may: Consequence; readonly asked: number }

/**
 * Lets a collector look at a world every so many hours, and decide by each of some policies, which may differ in what
 * they need and in nothing else.
 */
export function outcomes(
  world: World,
  policies: readonly [TrustPolicy, ...(readonly TrustPolicy[])],
  everyHours: number,
): readonly Outcome[] {
  const running = policies.map(policy => ({ policy, reached: new Map<WorldHost, Reached>() }))
  const doubted = new Set<string>()
  for (const { at, told, standings } of looks(world, policies[0], everyHours)) {
    for (const [name, standing] of standings) if (standing.class === 'doubted') doubted.add(name)
    for (const { host, known } of told) {
      for (const { policy, reached } of running) {
        const before = reached.get(host)
        if (before?.may === 'escalate') continue
        const { may } = decide(known, standings, policy)
        if (may === null || (before && isAtLeast(before.may, may))) continue
        reached.set(host, { may, asked: before?.asked ?? at })
      }
    }
  }
  return running.map(each => ({ ...each, doubted }))
}

/** Whether one consequence goes at least as far as another. */
export function isAtLeast(one: Consequence, other: Consequence): boolean {
  return consequences.indexOf(one) >= consequences.indexOf(other)
}
