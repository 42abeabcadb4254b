import { publicAddress } from '../random/public-address.ts'
import type { Random } from '../random/random.ts'

/** The machines that are truly infected, and how fast each one scans. */
export type Population = {
  /** As numbers, each once. */
  readonly addresses: Uint32Array
  /** Scans of the whole address space, each second. */
  readonly rates: Float64Array
}

export type PopulationPlan = {
  readonly hosts: number
  /** Mean scans per second and host. */
  readonly scansPerSecond: number
  /** How equal the hosts' rates are: the shape of a gamma distribution. */
  readonly rateShape: number
}

/** Draws machines all over the address space, all of them infected throughout. */
export function population(plan: PopulationPlan, random: Random): Population {
  const addresses = new Set<number>()
  while (addresses.size < plan.hosts) addresses.add(publicAddress(random))
  return {
    addresses: Uint32Array.from(addresses),
    rates: Float64Array.from(
      { length: plan.hosts },
      () => plan.scansPerSecond * random.gamma(plan.rateShape),
    ),
  }
}
