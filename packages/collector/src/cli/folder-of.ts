import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Fault } from '../fault.ts'
import type { Given } from './command.ts'

/** The folder that `--data` names. */
export function dataFolder({ options }: Given, cwd: string): string {
  const { data } = options
  if (typeof data !== 'string' || data === '')
    throw new Fault('no-folder', 'Say where the collector keeps its data: --data DIR.')
  return resolve(cwd, data)
}

/** The folder that `--data` names, in which a collector must have run. */
export function existingFolder(given: Given, cwd: string): string {
  const folder = dataFolder(given, cwd)
  if (existsSync(join(folder, 'intake.db'))) return folder
  throw new Fault('no-folder', `No collector ever ran in ${folder}: there is no intake.db.`)
}
