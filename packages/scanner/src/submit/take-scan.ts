import { addCell, addCoverage, type Cell, type Coverage } from '@redalert/core'
import { readJson } from '../report/read-json.ts'
import { prover } from './prove.ts'
import type { Told } from './told.ts'

/** What a scan wrote down, or what is wrong with it. */
export type ScanTaking = Told | { readonly wrong: string }

/** Takes what `scan --json` wrote; several scans, one behind the other, are one. */
export async function takeScan(lines: AsyncIterable<string>, name: string): Promise<ScanTaking> {
  const cells = new Map<string, Cell>()
  const coverage = new Map<string, Coverage>()
  const zones = new Set<string | null>()
  let prove = prover(null)
  let unproven = 0
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() === '') continue
    const reading = readJson(line, number)
    if ('wrong' in reading) return { wrong: `${name}: ${reading.wrong}` }
    const { finding } = reading
    if (finding.kind === 'redalert') {
      zones.add(finding.zone)
      prove = prover(finding.zone)
    }
    if (finding.kind === 'coverage') addCoverage(coverage, finding)
    if (finding.kind !== 'sighting') continue
    for (const cell of finding.cells) {
      // What its owner called theirs stays, whoever else it would be.
      const proven = finding.setApart === 'mine' ? undefined : prove(cell)
      if (proven) addCell(cells, proven)
      else if (finding.setApart !== 'mine') unproven++
    }
  }
  const named = [...zones].filter(zone => zone !== null)
  if (named.length > 1)
    return { wrong: `${name} holds scans in several zones: submit each by itself` }
  return {
    cells: [...cells.values()],
    coverage: [...coverage.values()],
    zone: named[0] ?? null,
    unproven,
  }
}
