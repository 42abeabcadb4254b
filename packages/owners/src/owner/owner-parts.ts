import type { Address } from '@redalert/core'
import type { RangeCache } from '../cache/range-cache.ts'
import type { AddressTable } from '../bulk/address-table.ts'
import type { Manners } from '../manners/manners.ts'
import type { Candidate } from '../model/candidate.ts'
import type { Answerable, Origin } from '../model/owner.ts'
import type { NeverList } from '../never/never-list.ts'
import type { OwnerSource } from '../sources/owner-source.ts'

/** What it takes to say who answers for an address. Everything is an argument; `openOwners` puts the usual parts together. */
export type OwnerParts = {
  /** Nobody is named an owner without it. */
  readonly never: NeverList
  /** In the order in which they are asked. */
  readonly sources: readonly OwnerSource[]
  readonly cache: RangeCache
  readonly manners: Manners
  readonly now: () => number
  /** Whose address this is when we ourselves depend on it. */
  readonly ours?: (address: Address) => string | undefined
  /** Shows who announces an address; decides nothing. */
  readonly asns?: Pick<AddressTable<Origin>, 'find'>
  /** Who stands above an owner; without it nobody is known to. */
  readonly above?: (owner: Answerable) => Candidate | undefined
  /** Told what a person must see. */
  readonly alarm?: (reason: string) => void
}

/** How far one pass goes. */
export type OwnerOptions = {
  /** At most so many questions to registries; whoever is not reached is listed as waiting. */
  readonly questions?: number
  /** How many hosts wait for the answer to an address; the most pressing is asked for first. */
  readonly hosts?: (address: Address) => number
  /** How many milliseconds a registry's pause may last that is waited out; two minutes when not given. */
  readonly patience?: number
  readonly signal?: AbortSignal
  /** Told after every question. */
  readonly progress?: (progress: OwnerProgress) => void
}

export type OwnerProgress = {
  readonly registry: string
  readonly asked: number
  /** Blocks of addresses that still wait at all registries. */
  readonly waiting: number
}
