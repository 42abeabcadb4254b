import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { trustPolicy } from '@redalert/collector/trust'
import { seedCase } from '../world/seed-case.ts'
import { world, type WorldPlan } from '../world/world.ts'
import { outcomes } from './outcome.ts'
import { yieldOf } from './yield-of.ts'

/** As many as there were. */
const whole: WorldPlan = { ...seedCase, population: { ...seedCase.population, hosts: 359_104 } }
const unequal: WorldPlan = { ...seedCase, fleet: { ...seedCase.fleet, unequal: 1 } }
const atOnce: WorldPlan = { ...seedCase, lies: { ...seedCase.lies!, atOnce: true } }
const few: WorldPlan = { ...seedCase, population: { ...seedCase.population, hosts: 5000 } }

for (const [what, plan] of [
  ['all machines of July 2001', whole],
  ['unequal views', unequal],
  ['lies told before anything else', atOnce],
  ['few infected machines', few],
] as const) {
  for (const seed of [1, 2, 3]) {
    test(`${what}, seed ${seed}: half of what anybody saw is asked about, and no innocent`, () => {
      const made = world(plan, seed)
      const [outcome] = outcomes(made, [trustPolicy], 6)
      const { seen, reached, innocents, doubted } = yieldOf(made, outcome!)
      ok(reached.ask / seen >= 0.5, `asked about ${reached.ask} of ${seen}`)
      equal(innocents.ask, 0)
      equal(doubted.liars, plan.fleet.liars)
      ok(doubted.honest <= 10, `${doubted.honest} honest submitters were doubted`)
    })
  }
}
