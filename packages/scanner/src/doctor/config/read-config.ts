import { readFile, stat } from 'node:fs/promises'
import nodePath from 'node:path'
import type { FileFault } from '../../finding.ts'
import { errorCode, faultOf } from '../../read/fault-of.ts'
import { findMissing } from '../../read/find-missing.ts'
import { doctorFault } from '../faults.ts'
import { readApacheConfig } from './apache-config.ts'
import type { Configured } from './configured.ts'
import { readIisConfig } from './iis-config.ts'
import { readNginxConfig } from './nginx-config.ts'

const largest = 4 * 1024 * 1024

/** Reads a file of a server's configuration; which server's it is, is told by what stands in it. */
export async function readConfig(name: string, folder: string): Promise<Configured | FileFault> {
  const path = nodePath.resolve(folder, name)
  try {
    const { size } = await stat(path)
    if (size > largest)
      return doctorFault('not-a-configuration', name, `${name} is larger than any configuration`)
    return (
      configured(await readFile(path, 'utf8')) ??
      doctorFault(
        'not-a-configuration',
        name,
        `${name} says nothing about logs as Apache, nginx or IIS are told about them`,
      )
    )
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? findMissing(name, folder) : faultOf(error, name)
  }
}

/** What a configuration says; undefined when it is none that is known. */
export function configured(text: string): Configured | undefined {
  if (/<logFile\b|<system\.applicationHost>/.test(text)) return readIisConfig(text)
  if (/^[ \t]*(?:access_log|log_format)\s|^[ \t]*(?:http|server|events)[ \t]*\{/m.test(text))
    return readNginxConfig(text)
  if (/^[ \t]*(?:CustomLog|LogFormat|TransferLog|ServerRoot|<VirtualHost|Include)/im.test(text))
    return readApacheConfig(text)
  return undefined
}
