import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Outbreak, OutbreakCounts } from './outbreak-program.ts'

const program = fileURLToPath(new URL('outbreak-program.ts', import.meta.url))

/** Runs an outbreak in a program of its own. */
export async function outbreak(wanted: Outbreak): Promise<OutbreakCounts> {
  const parameters = ['--conditions=@redalert/source', program, JSON.stringify(wanted)]
  const { stdout } = await promisify(execFile)(process.execPath, parameters)
  return JSON.parse(stdout) as OutbreakCounts
}

export const noTable = 'the package @ip-location-db/asn is not installed'
