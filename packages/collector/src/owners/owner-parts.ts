import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Address, type Network, parseNetwork } from '@redalert/core'
import {
  type BulkStatus,
  exerciseNeverList,
  neverList,
  openBulk,
  openCacheFile,
  openOwners,
  type OwnerParts,
  publicDialer,
  readCertTable,
  readNeverList,
  readOverrides,
} from '@redalert/owners'
import type { Config } from '../config/schema.ts'

/** What owners are found with. */
export type OwnerOptions = {
  /** The collector's folder. */
  readonly folder: string
  /** The lists of the configuration; files are named from the collector's folder. */
  readonly config: Config['owners']
  /** Registries may be asked, and then see the addresses. */
  readonly lookup: boolean
  /** In an exercise the documentation addresses have owners, and nobody outside is asked. */
  readonly isExercise?: boolean
  /** Machines that somebody told of: nothing is ever connected to them. */
  readonly sighted: (address: Address) => boolean
  readonly clock: () => number
  /** A number from 0 to 1. */
  readonly random: () => number
  readonly alarm: (reason: string) => void
}

/** Puts together what finds owners: the operator's lists, earlier answers, bulk data, and the registries where they may be asked. */
export async function ownerParts(options: OwnerOptions): Promise<OwnerParts> {
  const { folder, config, lookup, isExercise = false, sighted, clock, random, alarm } = options
  const read = (file: string) => readFileSync(resolve(folder, file), 'utf8')
  const bulk = openBulk(ownersFolder(folder))
  for (const reason of bulk.status.refused) alarm(reason)
  const dialer = lookup && !isExercise ? await publicDialer(sighted, alarm) : undefined
  const sleep = (milliseconds: number, signal?: AbortSignal) =>
    setTimeout(milliseconds, undefined, { signal })
  return openOwners({
    never: isExercise
      ? exerciseNeverList()
      : neverList({
          entries: config.never.flatMap(file => readNeverList(read(file), file)),
          own: config.own.map(parseNetwork).filter((own): own is Network => own !== undefined),
        }),
    cache: openCacheFile(join(ownersFolder(folder), 'cache.jsonl'), { now: clock, random }),
    now: clock,
    random,
    sleep,
    overrides: config.overrides.flatMap(file => readOverrides(read(file), file)),
    certs: new Map(config.national_teams.flatMap(file => [...readCertTable(read(file), file)])),
    alarm,
    ...(isAnything(bulk.status) && { bulk }),
    ...(dialer && { dialer }),
  })
}

/** Where the data about owners lies. */
export function ownersFolder(folder: string): string {
  return join(folder, 'owners')
}

/** Whether anything is there by which an owner could be found. */
export function hasOwnerData(folder: string, config: Config['owners']): boolean {
  if (config.lookup || config.overrides.length > 0 || config.national_teams.length > 0) return true
  return isAnything(openBulk(ownersFolder(folder)).status)
}

function isAnything({ networks, delegations, asns, countries }: BulkStatus): boolean {
  return networks.length > 0 || [delegations, asns, countries].some(each => each !== undefined)
}
