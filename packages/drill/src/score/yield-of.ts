import { type Consequence, consequences } from '@redalert/collector/trust'
import { isAtLeast, type Outcome } from './outcome.ts'
import type { World, WorldHost } from '../world/world.ts'

/** What a policy brought in, and at what cost, against the known truth. */
export type Yield = {
  /** Machines that are infected. */
  readonly infected: number
  /** Of those: the ones that anybody saw and told of truly. */
  readonly seen: number
  /** Of those: how many came so far. */
  readonly reached: Readonly<Record<Consequence, number>>
  /** Of those seen early enough that it can be known: how many were asked about within a day of the first sight. */
  readonly withinDay: { readonly of: number; readonly asked: number }
  /** Addresses of the innocent that were lied about, and how many of them came so far. */
  readonly framed: number
  readonly innocents: Readonly<Record<Consequence, number>>
  /** Submitters who were doubted, at some time or other. */
  readonly doubted: { readonly liars: number; readonly honest: number }
}

/** Scores an outcome. */
export function yieldOf(
  { hosts, fleet, infected, end }: World,
  { reached, doubted }: Outcome,
): Yield {
  const seen = hosts.filter(({ isInfected }) => isInfected)
  const framed = hosts.filter(({ isInfected }) => !isInfected)
  const inTime = seen.filter(host => firstSeen(host) + day <= end)
  const countReached = (some: readonly WorldHost[]) => {
    const came = some.map(host => reached.get(host)?.may).filter(may => may !== undefined)
    const count = (least: Consequence) => came.filter(may => isAtLeast(may, least)).length
    return Object.fromEntries(consequences.map(each => [each, count(each)])) as Yield['reached']
  }
  const isLiar = (name: string) => fleet.liars.has(name)
  return {
    infected,
    seen: seen.length,
    reached: countReached(seen),
    withinDay: {
      of: inTime.length,
      asked: inTime.filter(host => (reached.get(host)?.asked ?? Infinity) <= firstSeen(host) + day)
        .length,
    },
    framed: framed.length,
    innocents: countReached(framed),
    doubted: {
      liars: [...doubted].filter(isLiar).length,
      honest: [...doubted].filter(name => !isLiar(name)).length,
    },
  }
}

const day = 86_400

function firstSeen({ reports }: WorldHost): number {
  return reports.reduce((first, { seen }) => Math.min(first, seen), Infinity)
}
