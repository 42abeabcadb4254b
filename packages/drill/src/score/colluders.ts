import type { TrustPolicy } from '@redalert/collector/trust'
import { outcomes } from './outcome.ts'
import { seedCase } from '../world/seed-case.ts'
import { world, type WorldPlan } from '../world/world.ts'
import { type Yield, yieldOf } from './yield-of.ts'

/** How some colluders went about it, and what came of it. */
export type Attempt = {
  readonly liars: number
  readonly lies: NonNullable<WorldPlan['lies']>
  readonly yield: Yield
}

const shares = [0.01, 0.02, 0.05]
const gangs = [2, 3, 6]
const amounts = [5, 10, 20, 40, 300]

/** Lets a hundredth, a fiftieth and a twentieth of all submitters collude in every way that is tabled, each a party of its own. */
export function* colluders(
  policy: TrustPolicy,
  {
    seed,
    hosts,
    everyHours,
  }: { readonly seed: number; readonly hosts: number; readonly everyHours: number },
): Generator<Attempt, void> {
  for (const share of shares) {
    const liars = Math.round(seedCase.fleet.submitters * share)
    for (const lies of strategies()) {
      const plan = {
        ...seedCase,
        population: { ...seedCase.population, hosts },
        fleet: { ...seedCase.fleet, liars, liarsApart: true },
        lies,
      }
      const made = world(plan, seed)
      for (const outcome of outcomes(made, [policy], everyHours)) {
        yield { liars, lies, yield: yieldOf(made, outcome) }
      }
    }
  }
}

function strategies(): readonly Attempt['lies'][] {
  return gangs.flatMap(perVictim =>
    amounts.flatMap(perDay => [
      { perVictim, perDay, camouflaged: false, atOnce: false },
      { perVictim, perDay, camouflaged: true, atOnce: false },
      { perVictim, perDay, camouflaged: true, atOnce: true },
    ]),
  )
}
