import type { CertTable } from './cert/cert-table.ts'
import type { Bulk } from './bulk/open-bulk.ts'
import type { RangeCache } from './cache/range-cache.ts'
import { manners } from './manners/manners.ts'
import type { NeverList } from './never/never-list.ts'
import type { Dialer } from './network/dialer.ts'
import { type Limits, usualLimits } from './network/limits.ts'
import { aboveOwner } from './owner/above.ts'
import type { OwnerParts } from './owner/owner-parts.ts'
import type { Override } from './override/override.ts'
import { type Bootstrap, bootstrap, shippedBootstrap } from './registries/bootstrap.ts'
import { registries as usualRegistries } from './registries/registries.ts'
import type { Registry } from './registries/registry.ts'
import { bulkSource } from './sources/bulk-source.ts'
import { cacheSource } from './sources/cache-source.ts'
import { certSource } from './sources/cert-source.ts'
import { originSource } from './sources/origin-source.ts'
import { overrideSource } from './sources/override-source.ts'
import { rdapSource } from './sources/rdap-source.ts'
import { whereToAsk } from './sources/where.ts'
import { whoisSource } from './sources/whois-source.ts'

/** What the usual parts are made of. */
export type OpenOptions = {
  readonly never: NeverList
  readonly cache: RangeCache
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Without one nobody outside is asked. */
  readonly dialer?: Dialer
  readonly registries?: readonly Registry[]
  readonly bootstrap?: Bootstrap
  readonly overrides?: Iterable<Override>
  readonly bulk?: Bulk
  readonly certs?: CertTable
  readonly limits?: Limits
  readonly alarm?: (reason: string) => void
}

/** Puts the parts together in the usual order: operator, cache, bulk data, RDAP, WHOIS, announcer, national team. */
export function openOwners(options: OpenOptions): OwnerParts {
  const { alarm, bulk, cache, dialer, never, now, random, sleep } = options
  const { registries = usualRegistries, limits = usualLimits } = options
  const overrides = [...(options.overrides ?? [])]
  const list = options.bootstrap ?? bootstrap(shippedBootstrap, registries)
  const where = whereToAsk(list, bulk?.delegations)
  const remote = dialer && { registries, dialer, limits, now }
  return {
    never,
    cache,
    now,
    manners: manners({ registries, now, random, sleep, ...(alarm && { alarm }) }),
    sources: [
      overrideSource(overrides),
      cacheSource(cache),
      ...(bulk ? [bulkSource(bulk)] : []),
      ...(remote ? [rdapSource({ ...remote, where })] : []),
      ...(remote ? [whoisSource({ ...remote, milliseconds: limits.milliseconds, where })] : []),
      ...(remote
        ? [originSource({ ...remote, bootstrap: list, cache, ...(bulk && { bulk }) })]
        : []),
      certSource(options.certs ?? new Map(), bulk?.delegations),
    ],
    above: aboveOwner({ never, cache, overrides, ...(bulk && { bulk }) }),
    ...(dialer && { ours: dialer.guard.ours }),
    ...(bulk?.asns && { asns: bulk.asns }),
    ...(alarm && { alarm }),
  }
}
