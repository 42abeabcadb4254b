import { existsSync } from 'node:fs'
import type { Address } from '@redalert/core'
import type { Clue } from '../model/clue.ts'
import type { Found } from '../model/found.ts'
import type { Origin } from '../model/owner.ts'
import type { NoSnapshot } from '../ranges/snapshot.ts'
import {
  type AboutTable,
  type AddressTable,
  openAsnTable,
  openCountryTable,
} from './address-table.ts'
import { bulkFiles, dumpRegistries } from './bulk-files.ts'
import { type AboutDelegations, type Delegations, openDelegations } from './delegated.ts'
import { type AboutNetworks, type BulkNetworks, openNetworks } from './networks.ts'

/** All bulk data that an operator has loaded. */
export type Bulk = {
  readonly find: (address: Address) => Found
  /** The contacts of wider networks than the one whose contact `find` names, the nearest first. */
  readonly wider: (address: Address) => readonly Clue[]
  readonly origin: (asn: number) => readonly Clue[]
  readonly delegations?: Delegations
  readonly asns?: AddressTable<Origin>
  readonly countries?: AddressTable<string>
  readonly status: BulkStatus
}

export type BulkStatus = {
  readonly networks: readonly AboutNetworks[]
  readonly delegations?: AboutDelegations
  readonly asns?: AboutTable
  readonly countries?: AboutTable
  /** Files that are there and cannot be used, and why. */
  readonly refused: readonly string[]
}

/** Opens what lies in a folder; what is damaged is left out, and said. */
export function openBulk(folder: string): Bulk {
  const refused: string[] = []
  const opened = <Data extends object>(path: string, open: (path: string) => Data | NoSnapshot) => {
    if (!existsSync(path)) return undefined
    const data = open(path)
    if (!isRefused(data)) return data
    refused.push(data.reason)
    return undefined
  }
  const networks = dumpRegistries.flatMap(
    registry => opened<BulkNetworks>(bulkFiles.networks(folder, registry), openNetworks) ?? [],
  )
  const delegations = opened<Delegations>(bulkFiles.delegations(folder), openDelegations)
  const asns = opened<AddressTable<Origin>>(bulkFiles.asns(folder), openAsnTable)
  const countries = opened<AddressTable<string>>(bulkFiles.countries(folder), openCountryTable)
  return {
    find: address => findIn(networks, delegations, address),
    wider(address) {
      const delegation = delegations?.find(address)
      return networks
        .filter(({ about }) => !delegation || about.registry === delegation.registry)
        .flatMap(one => one.wider(address))
    },
    origin: asn => networks.flatMap(one => one.origin(asn)),
    ...(delegations && { delegations }),
    ...(asns && { asns }),
    ...(countries && { countries }),
    status: {
      networks: networks.map(({ about }) => about),
      ...(delegations && { delegations: delegations.about }),
      ...(asns && { asns: asns.about }),
      ...(countries && { countries: countries.about }),
      refused,
    },
  }
}

/** Two registries may both have an object for a block that was moved: the one that handed it out is right. */
function findIn(
  networks: readonly BulkNetworks[],
  delegations: Delegations | undefined,
  address: Address,
): Found {
  const delegation = delegations?.find(address)
  if (delegation && !delegation.held)
    return {
      kind: 'stop',
      as: 'unroutable',
      reason: `nobody holds it, says ${delegation.registry}`,
    }
  const found = networks
    .filter(({ about }) => !delegation || about.registry === delegation.registry)
    .map(({ find }) => find(address))
    .find(({ kind }) => kind === 'holding')
  return found ?? { kind: 'nothing', reason: 'no data that was loaded speaks of it' }
}

function isRefused(data: object): data is NoSnapshot {
  return 'kind' in data && data.kind === 'no-snapshot'
}
