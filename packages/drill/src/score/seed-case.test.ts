import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { trustPolicy } from '@redalert/collector/trust'
import { outcomes } from './outcome.ts'
import { publicAddresses } from '../random/public-address.ts'
import { seedCase } from '../world/seed-case.ts'
import { world } from '../world/world.ts'
import { yieldOf } from './yield-of.ts'

const seeds = Array.from({ length: 20 }, (_, index) => index + 1)
const liars = seedCase.fleet.liars
const quota = trustPolicy.newHostsPerDay.new

test('uncoordinated liars lie at the daily quota', () => {
  equal(seedCase.lies?.perDay, quota)
  equal(seedCase.lies?.perVictim, 1)
  equal(liars, seedCase.fleet.submitters / 20)
})

for (const seed of seeds) {
  test(`seed ${seed}: half of what anybody saw is asked about, and no innocent`, () => {
    const made = world(seedCase, seed)
    const [outcome] = outcomes(made, [trustPolicy], 24)
    const { seen, reached, innocents, framed, doubted } = yieldOf(made, outcome!)
    ok(framed > 29_900, 'the liars lied')
    ok(reached.ask / seen >= 0.5, `asked about ${reached.ask} of ${seen}`)
    equal(innocents.ask, 0)
    equal(doubted.liars, liars)
    ok(doubted.honest <= 3, `${doubted.honest} honest submitters were doubted`)
  })
}

test('the bound on innocents is met without the lie score too', () => {
  // docs/trust.md: by chance two of L lies meet, L²/2A times.
  const told = liars * quota * seedCase.days
  const bound = told ** 2 / (2 * publicAddresses)
  ok(bound < 0.125, `${bound}`)
  const credulous = { ...trustPolicy, lies: { ...trustPolicy.lies, score: 1e9 } }
  const asked = seeds.slice(0, 5).map(seed => {
    const made = world({ ...seedCase, population: { ...seedCase.population, hosts: 1000 } }, seed)
    return yieldOf(made, outcomes(made, [credulous], 48)[0]!).innocents.ask
  })
  const sum = asked.reduce((one, other) => one + other, 0)
  // Five worlds: more than so many would come once in ten thousand times.
  ok(sum <= 5, `${asked.join(', ')} asked`)
})
