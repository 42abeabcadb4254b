import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Sender } from '@redalert/notices'
import { type OwnerOptions, readCertTable } from '@redalert/owners'
import type { Config } from '../config/schema.ts'
import { ownerParts } from '../owners/owner-parts.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { tellKnown } from './tell-known.ts'
import type { Told } from './tell.ts'

/** What making the letters of a folder depends on. */
export type PlanKnown = {
  readonly folder: string
  readonly config: Pick<Config, 'policy' | 'outbox' | 'owners' | 'http'>
  readonly isExercise: boolean
  readonly sender: Sender
  readonly clock: () => number
  readonly random: (count: number) => Uint8Array
  readonly isStopped: () => boolean
  /** What a person must see about the data of owners. */
  readonly alarm: (reason: string) => void
  readonly report: (error: unknown) => void
  readonly asking?: OwnerOptions
}

/** Looks up who answers for what may be told, by the operator's lists and data, and makes the letters that are due. Nothing is sent. */
export async function planKnown(options: PlanKnown): Promise<Told> {
  const { folder, config, isExercise, random, clock, alarm, ...rest } = options
  using store = sqliteReader(folder)
  const owners = await ownerParts({
    folder,
    config: config.owners,
    lookup: config.owners.lookup,
    isExercise,
    sighted: address => store.cells(address).length > 0,
    clock,
    random: () => Buffer.from(random(4)).readUInt32LE() / 2 ** 32,
    alarm,
  })
  const teams = new Map(
    config.owners.national_teams.flatMap(file => [
      ...readCertTable(readFileSync(resolve(folder, file), 'utf8'), file),
    ]),
  )
  return await tellKnown({ folder, config, owners, teams, clock, random, ...rest })
}
