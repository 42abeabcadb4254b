import { equal } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding, Row } from './finding.ts'
import { findLogs } from './read/find-logs.ts'
import { scan } from './scan.ts'

/** Real logs and what their lines are, by people who read them; it lies beside the repository, for its licences differ. */
export const realLogs = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'logs')
const truthFile = join(realLogs, 'TRUTH.tsv')

/** Why tests of the real logs are skipped, where they are not at hand. */
export const withoutRealLogs = existsSync(truthFile)
  ? false
  : 'the real logs are not here (../shared/data/logs)'

/** What one line of a real log is. */
export type Truth = {
  readonly file: string
  readonly source: string
  /** Any of them; `*` is any hostile family or none. */
  readonly families: readonly string[]
  readonly kind: string
  readonly scope: string
}

export function readTruth(): readonly Truth[] {
  const lines = readFileSync(truthFile, 'latin1').split('\n').slice(1).filter(Boolean)
  return lines.map(line => {
    const [file = '', , source = '', family = '', kind = '', , , scope = ''] = line.split('\t')
    // A door of IIS that somebody tried is here what root-exe is, or nothing.
    const families = family.split('|').map(id => (id === 'iis-probe' ? 'root-exe' : id))
    return { file, source, families, kind, scope }
  })
}

/** The rows of a scan of one real log. */
export async function scanRealLog(file: string): Promise<readonly Row[]> {
  const findings: Finding[] = []
  const found = (await findLogs([join(realLogs, file)])).filter(each => each.kind === 'log')
  equal(found.length, 1, file)
  for await (const finding of scan(found, { sensor: 'test', clock: () => 0 }))
    findings.push(finding)
  return findings.filter(finding => finding.kind === 'sighting')
}
