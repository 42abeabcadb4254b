import { addCell, addCoverage, type Evidence, scannerMark } from '@redalert/core'
import type { Finding, Row, Summary } from '../finding.ts'
import { addLineCount } from '../tally.ts'
import type { Merged } from './merged.ts'
import type { WrittenScan } from './read-scans.ts'

/** Adds what a scan wrote, and gives what it had to say about files and lines: they are its machine's, and named so. */
export function addScan(merged: Merged, { heading, findings }: WrittenScan): readonly Finding[] {
  const { tally, coverage, zones, setApart } = merged
  const sensors = findings.filter(({ kind }) => kind === 'coverage').length
  // Of scans that were put together before, every file is named with its machine already.
  const named = (file: string) => (sensors > 1 ? file : `${heading.sensor}:${file}`)
  const said: Finding[] = []
  zones.add(heading.zone)
  for (const finding of findings) {
    switch (finding.kind) {
      case 'sighting':
        addRow(merged, finding, named)
        if (finding.setApart) setApart.set(finding.source, finding.setApart)
        break
      case 'coverage':
        addCoverage(coverage, finding)
        break
      case 'summary':
        addSummary(tally, finding)
        merged.seconds += finding.seconds
        break
      case 'payload-host':
        break
      case 'answered':
      case 'unread':
      case 'fault':
      case 'remark':
        said.push({ ...finding, file: named(finding.file) })
    }
  }
  return said
}

function addRow({ tally }: Merged, row: Row, named: (file: string) => string): void {
  for (const cell of row.cells)
    addCell(tally.cells, { ...cell, evidence: cell.evidence.map(each => placed(each, named)) })
  const marks = row.cells.map(({ mark }) => mark).filter(mark => mark !== scannerMark)
  addLineCount(tally, row.source, {
    marks: [...new Set(marks)].toSorted(),
    lines: row.lines,
    files: new Set(row.files.map(named)),
  })
}

function placed(evidence: Evidence, named: (file: string) => string): Evidence {
  return evidence.file === undefined ? evidence : { ...evidence, file: named(evidence.file) }
}

function addSummary({ counts, span }: Merged['tally'], summary: Summary): void {
  for (const name of ['files', 'lines', 'matched', 'other', 'unread', 'skipped', 'bytes'] as const)
    counts[name] += summary[name]
  const { first, last } = summary
  if (first && (!span.first || first < span.first)) span.first = first
  if (last && (!span.last || last > span.last)) span.last = last
}
