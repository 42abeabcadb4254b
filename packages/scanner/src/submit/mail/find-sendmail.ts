import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** Where Unix keeps it, though it is on few people's path. */
const usual = ['/usr/sbin', '/usr/lib', '/usr/local/sbin']

/** The program that every Unix mail system brings; undefined where there is none. */
export async function findSendmail({ PATH = '' }: NodeJS.ProcessEnv): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  for (const folder of [...PATH.split(delimiter), ...usual]) {
    const path = join(folder, 'sendmail')
    const isThere = folder !== '' && (await access(path, constants.X_OK).then(yes, no))
    if (isThere) return path
  }
  return undefined
}

const yes = () => true
const no = () => false
