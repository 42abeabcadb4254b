import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { privateNetworks, contains, type Address } from '@redalert/core'
import { lies } from './lie.ts'
import { addressOf, publicAddress } from '../random/public-address.ts'
import { randomOf } from '../random/random.ts'
import { seedCase } from './seed-case.ts'
import { sightings } from './sightings.ts'
import { fleetShares } from './fleet-shares.ts'
import { world } from './world.ts'

const small = { ...seedCase, population: { ...seedCase.population, hosts: 2000 } }
const honest = { ...small, lies: null }

test('the same seed makes the same world, another seed another', () => {
  const one = world(small, 7)
  deepEqual(world(small, 7).hosts, one.hosts)
  ok(world(small, 8).hosts.every(({ source }, index) => source !== one.hosts[index]?.source))
})

test('as many machines are seen, and so often, as theory says', () => {
  const { hosts, infected } = world(
    { ...honest, population: { ...seedCase.population, hosts: 20_000 } },
    1,
  )
  // Hits are negative binomial: a gamma rate of this shape, and a Poisson number of it.
  const mean = (8.8 * 2 * 86_400 * 4000) / 2 ** 32
  const unseen = (1 + mean / 0.8) ** -0.8
  const share = hosts.length / infected
  ok(Math.abs(share - (1 - unseen)) < 5 * Math.sqrt((unseen * (1 - unseen)) / 20_000), `${share}`)
  ok(hosts.every(({ isInfected }) => isInfected))
})

test('equal rates and views give Poisson hits on every submitter alike', () => {
  const rates = Float64Array.from({ length: 3000 }, () => 10)
  const views = Float64Array.from([1000, 3000])
  const seen = [
    ...sightings(
      { addresses: new Uint32Array(3000), rates },
      { views, seconds: 86_400 },
      randomOf(3),
    ),
  ]
  for (const by of [0, 1]) {
    const expected = 1 - Math.exp((-10 * 86_400 * views[by]!) / 2 ** 32)
    const share = seen.filter(sights => sights.some(sight => sight.by === by)).length / 3000
    ok(
      Math.abs(share - expected) < 5 * Math.sqrt((expected * (1 - expected)) / 3000),
      `${share} for ${expected}`,
    )
  }
  ok(seen.flat().every(({ first, last }) => first >= 0 && first <= last && last < 86_400))
  ok(seen.every(sights => new Set(sights.map(({ by }) => by)).size === sights.length))
})

test('a report is told when its submitter sends next, and never before it was seen', () => {
  const { hosts, start } = world({ ...honest, sendEveryHours: 6 }, 2)
  for (const { reports } of hosts) {
    for (const { seen, told, first, last } of reports) {
      ok(told > seen && told <= seen + 6 * 3600)
      equal((told - start) % (6 * 3600), 0)
      ok(Date.parse(first) / 1000 <= seen && first <= last)
    }
    deepEqual(
      reports.map(({ told }) => told),
      reports.map(({ told }) => told).sort((one, other) => one - other),
    )
  }
})

test('so many of the true lines show a path only', () => {
  const { hosts } = world(honest, 3)
  const reports = hosts.flatMap(host => host.reports)
  const paths = reports.filter(({ grade }) => grade === 'probe').length / reports.length
  ok(Math.abs(paths - 0.1) < 5 * Math.sqrt(0.09 / reports.length))
})

test('liars who are not camouflaged tell nothing true, and others do', () => {
  const isLiars = ({ submitter }: { submitter: string }) => submitter.includes('liar')
  const truths = (camouflaged: boolean) =>
    world({ ...small, lies: { ...seedCase.lies!, camouflaged } }, 4)
      .hosts.filter(({ isInfected }) => isInfected)
      .filter(({ reports }) => reports.some(isLiars)).length
  equal(truths(false), 0)
  ok(truths(true) > 50)
})

test('each liar tells of so many victims a day, and each victim is told of by so many liars', () => {
  for (const perVictim of [1, 2, 3, 9]) {
    const plan = { perVictim, perDay: 30, camouflaged: false, atOnce: false }
    const told = lies(plan, { liars: 10, days: 2 }, randomOf(perVictim))
    const byLiar = Map.groupBy(told, ({ liar, at }) => `${liar} ${Math.floor(at / 86_400)}`)
    equal(byLiar.size, 20)
    ok(
      [...byLiar.values()].every(
        ({ length }) => length === 30 || (300 % perVictim > 0 && length === 29),
      ),
    )
    const gangs = [...Map.groupBy(told, ({ address }) => address).values()]
    ok(gangs.every(gang => new Set(gang.map(({ liar }) => liar)).size === perVictim))
  }
})

test('told at once is told in the first hour of a day', () => {
  const plan = { perVictim: 2, perDay: 30, camouflaged: false, atOnce: true }
  ok(lies(plan, { liars: 10, days: 2 }, randomOf(1)).every(({ at }) => at % 86_400 < 3600))
})

test('addresses are public, and any of them may come', () => {
  const random = randomOf(9)
  const drawn = Array.from({ length: 20_000 }, () => publicAddress(random))
  const addresses = drawn.map(addressOf)
  ok(!addresses.some(address => privateNetworks.some(network => contains(network, address))))
  const octets = new Set(drawn.map(address => address >>> 24))
  equal(octets.size, 221)
  equal(addressOf(0xc0000207), '192.0.2.7' as Address)
})

test('the fleet is spread as it is planned', () => {
  const { fleet } = world(
    {
      ...honest,
      fleet: { ...seedCase.fleet, submitters: 20_000 },
      population: { ...seedCase.population, hosts: 10 },
    },
    1,
  )
  const { keys, freeMail, otherMail, largest } = fleetShares(fleet)
  ok(Math.abs(keys - 0.6) < 0.02)
  ok(Math.abs(freeMail - 0.28) < 0.02)
  ok(Math.abs(otherMail - 0.12) < 0.02)
  equal(largest[0]?.name, 'gmail.com')
  ok(Math.abs(largest[0].share - 0.126) < 0.01)
})

test('views that are unequal have the same mean', () => {
  const views = (unequal: number) =>
    world(
      {
        ...honest,
        fleet: { ...seedCase.fleet, submitters: 20_000, unequal },
        population: { ...seedCase.population, hosts: 10 },
      },
      1,
    ).fleet.views
  const mean = (all: Float64Array) => all.reduce((sum, one) => sum + one, 0) / all.length
  equal(mean(views(0)), 4)
  const some = views(1)
  ok(Math.abs(mean(some) - 4) < 0.3)
  ok(Math.max(...some) > 40)
})
