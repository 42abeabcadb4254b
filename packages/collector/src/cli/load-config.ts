import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig } from '../config/read-config.ts'
import type { Config } from '../config/schema.ts'
import { Fault } from '../fault.ts'

/** The configuration of a file, or of `redalert.toml` in the folder if there is one, else the standard. */
export function loadConfig(
  folder: string | undefined,
  named: string | boolean | undefined,
  cwd: string,
): Config {
  const file =
    typeof named === 'string' ? resolve(cwd, named) : folder && join(folder, 'redalert.toml')
  if (file === undefined || (typeof named !== 'string' && !existsSync(file)))
    return parsed('', 'the standard')
  try {
    return parsed(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('bad-config', `${file} cannot be read.`, error)
  }
}

function parsed(toml: string, file: string): Config {
  const reading = readConfig(toml)
  if ('config' in reading) return reading.config
  throw new Fault(
    'bad-config',
    [`${file} cannot be used:`, ...reading.wrong.map(each => `  ${each}`)].join('\n'),
  )
}
