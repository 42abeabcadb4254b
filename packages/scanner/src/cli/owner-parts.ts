import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import {
  neverList,
  openCacheFile,
  openOwners,
  type OwnerParts,
  publicDialer,
  readNeverList,
  readOverrides,
} from '@redalert/owners'
import type { Address, Network } from '@redalert/core'
import type { Io } from './io.ts'

type PartsOptions = {
  readonly lookup: boolean
  readonly owners: string | undefined
  readonly never: string | undefined
  /** One's own networks, which are never told. */
  readonly own?: readonly Network[]
  /** Who is under treatment: nothing is ever connected to them. */
  readonly sighted: ReadonlySet<Address>
}

/** Puts together what finds owners: the person's own lists, earlier answers, and the registries where they may be asked. */
export async function ownerParts(options: PartsOptions, io: Io): Promise<OwnerParts> {
  const random = () => randomInt(2 ** 47) / 2 ** 47
  const now = Date.now
  const read = (file: string) => readFileSync(resolve(io.cwd(), file), 'utf8')
  const alarm = (reason: string) => void io.stderr.write(`redalert: ${reason}\n`)
  const entries =
    options.never === undefined ? [] : readNeverList(read(options.never), options.never)
  const overrides =
    options.owners === undefined ? [] : readOverrides(read(options.owners), options.owners)
  const dialer = options.lookup
    ? await publicDialer(address => options.sighted.has(address), alarm)
    : undefined
  return openOwners({
    never: neverList({ entries, own: options.own ?? [] }),
    cache: openCacheFile(join(cacheFolder(io.env), 'owners.jsonl'), { now, random }),
    now,
    random,
    sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
    overrides,
    alarm,
    ...(dialer && { dialer }),
  })
}

/** Where answers are kept from one day to the next. */
function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'redalert')
}
