import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { openSpool, type Spool } from '../spool/open-spool.ts'
import { stateFolder } from '../spool/state-folder.ts'
import type { Io } from './io.ts'

/** Opens the spool that the flags or the environment name. */
export function openSpoolOf(folder: string | undefined, { env, cwd }: Io): Promise<Spool> {
  const path = folder === undefined ? join(stateFolder(env), 'spool') : resolve(cwd(), folder)
  return openSpool(path, { token: randomBytes(8).toString('hex'), now: Date.now })
}
