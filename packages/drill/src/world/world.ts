import type { Source } from '@redalert/core'
import type { ToldHost } from '@redalert/collector/trust'
import { type Fleet, fleet, type FleetPlan } from './fleet.ts'
import { lies } from './lie.ts'
import type { LiePlan } from './lie-plan.ts'
import { population, type PopulationPlan } from './population.ts'
import { addressOf } from '../random/public-address.ts'
import { randomOf } from '../random/random.ts'
import { sightings } from './sightings.ts'
import { type WorldReport, worldReports } from './world-report.ts'

/** A world with known truth: who is infected, who told of whom, and when that reached the collector. */
export type World = {
  readonly fleet: Fleet
  readonly hosts: readonly WorldHost[]
  /** How many machines are infected, seen or not. */
  readonly infected: number
  /** Seconds since 1970 at which the watching begins, and ends. */
  readonly start: number
  readonly end: number
}

/** An address that anybody told of. */
export type WorldHost = Omit<ToldHost, 'reports'> & {
  readonly isInfected: boolean
  /** In the order in which they reached the collector. */
  readonly reports: readonly WorldReport[]
}

export type WorldPlan = {
  readonly population: PopulationPlan
  readonly fleet: FleetPlan
  readonly lies: LiePlan
  readonly days: number
  /** The share of honest reports whose line proves no more than a path. */
  readonly pathsOnly: number
  /** Every so many hours a submitter sends what it saw. */
  readonly sendEveryHours: number
}

/** The outbreak of July 2001. */
const family = 'codered-n'
const start = Date.UTC(2001, 6, 19) / 1000

/** Makes a world: the same for the same seed. */
export function world(plan: WorldPlan, seed: number): World {
  const random = randomOf(seed)
  const seconds = plan.days * 86_400
  const infected = population(plan.population, random)
  const told = fleet(plan.fleet, start, random)
  const { lies: lying, fleet: planned, days, pathsOnly } = plan
  const { liars } = planned
  const isSilent = (by: number) => by < liars && lying !== null && !lying.camouflaged
  const report = worldReports({ ...plan, submitters: told.submitters, start })

  const reports = new Map<number, WorldReport[]>()
  let host = 0
  for (const sights of sightings(infected, { views: told.views, seconds }, random)) {
    const address = infected.addresses[host++] ?? 0
    const telling = sights.filter(({ by }) => !isSilent(by))
    if (telling.length === 0) continue
    reports.set(
      address,
      telling.map(sight => report(sight, random.fraction() < pathsOnly ? 'probe' : 'infected')),
    )
  }
  for (const { liar, address, at } of lies(lying, { liars, days }, random)) {
    const word = report({ by: liar, first: at, last: at }, 'infected')
    const others = (reports.get(address) ?? []).filter(
      ({ submitter }) => submitter !== word.submitter,
    )
    reports.set(address, [...others, word])
  }
  const truth = new Set(infected.addresses)
  const hosts = [...reports].map(([address, words]): WorldHost => ({
    source: addressOf(address) as Source,
    family,
    isInfected: truth.has(address),
    reports: words.toSorted((one, other) => one.told - other.told || one.seen - other.seen),
  }))
  return { fleet: told, hosts, infected: truth.size, start, end: start + seconds }
}
