import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/root.js'

/** An answer that a registry once gave, and whom it names as the one to tell, if anybody. */
export type Recorded = {
  readonly file: string
  readonly text: string
  /** The address or AS number that was asked for; empty where nobody remembers. */
  readonly query: string
  readonly registry: string
  readonly truth: readonly string[]
}

/** Every recorded answer of a kind: those that came with this repository, and all others where they are at hand. */
export function recordedAnswers(kind: 'rdap' | 'whois'): readonly Recorded[] {
  const folders = [
    join(root, '..', 'shared', 'data', kind),
    join(root, 'fixtures', 'registries', kind),
  ]
  const folder = folders.find(one => existsSync(join(one, 'TRUTH.tsv'))) ?? ''
  const [head = '', ...rows] = readFileSync(join(folder, 'TRUTH.tsv'), 'utf8').trim().split('\n')
  const columns = head.split('\t')
  return rows.map(row => {
    const cells = row.split('\t')
    const cell = (name: string) => cells[columns.findIndex(one => one.startsWith(name))] ?? ''
    const file = cell('file')
    const truth = cell('abuse_email')
    return {
      file,
      text: readFileSync(join(folder, file), 'utf8'),
      query: cell('query') || addressIn(file),
      registry: cell('registry') || registryIn(file),
      truth: truth === '(none)' ? [] : truth.split(';'),
    }
  })
}

/** `ipwhois-2801_10_c000__.txt` is the answer for 2801:10:c000::. */
function addressIn(file: string): string {
  const last =
    file
      .replace(/\.[a-z]+$/, '')
      .split('-')
      .at(-1) ?? ''
  return last.includes('_') ? last.replaceAll('_', ':') : last
}

function registryIn(file: string): string {
  const known: Readonly<Record<string, string>> = {
    'ipwhois-196.11.240.215.txt': 'afrinic',
    'ipwhois-2001_240_10c_1__ca20_9d1d.txt': 'apnic',
    'ipwhois-2801_10_c000__.txt': 'lacnic',
    'ipwhois-62.239.237.1.txt': 'ripe',
    'ipwhois-jpnic-133.1.2.5.html': 'jpnic',
    'webtracker-200.202.128.1.txt': 'lacnic',
    'webtracker-220.224.128.1.txt': 'apnic',
    'webtracker-94.222.128.2.txt': 'ripe',
  }
  return known[file] ?? 'arin'
}
