import {
  type Address,
  type Cell,
  contains,
  type Evidence,
  isHostName,
  type Network,
  privateNetworks,
  scannerMark,
  type SetApart,
  type Sighting,
  sight,
  type Signature,
  type Source,
} from '@redalert/core'
import type { PayloadHost, Row } from './finding.ts'
import type { Tally } from './tally.ts'

const shownEvidence = 2

/** Whose machines stand apart in the rows. */
export type Apart = {
  readonly mine: readonly Network[]
  readonly proxies: readonly Network[]
  /** Scanners that the log's owner knows by address. */
  readonly scanners: readonly Network[]
  /** What others said of single machines. */
  readonly said?: ReadonlyMap<Source, SetApart>
}

/** Judges everything a scan has seen, source by source: the surest rows first, then those that knocked most. */
export function judgeRows(
  tally: Tally,
  signatures: readonly Signature[],
  apart: Apart,
): readonly Row[] {
  const rows = [...cellsBySource(tally.cells.values())].flatMap(([source, cells]) =>
    sight(cells, signatures, setApart(source, apart)).map(sighting => rowOf(sighting, tally)),
  )
  return rows.toSorted(bySureness)
}

/** The hosts that the rows' sources told their victims to fetch from. */
export function payloadHostsOf(rows: readonly Row[]): readonly PayloadHost[] {
  const sources = new Map<string, Set<string>>()
  for (const { cells } of rows) {
    for (const { payloadHosts, source } of cells) {
      for (const host of payloadHosts)
        sources.set(host, (sources.get(host) ?? new Set()).add(source))
    }
  }
  return [...sources]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([host, from]) => ({ kind: 'payload-host', host, sources: [...from].toSorted() }))
}

function cellsBySource(cells: Iterable<Cell>): Map<Source, Cell[]> {
  const bySource = new Map<Source, Cell[]>()
  for (const cell of cells) {
    const known = bySource.get(cell.source)
    if (known) known.push(cell)
    else bySource.set(cell.source, [cell])
  }
  return bySource
}

function setApart(source: Source, { mine, proxies, scanners, said }: Apart): SetApart | null {
  if (isHostName(source)) return 'name'
  if (liesIn(source, proxies)) return 'proxy'
  if (liesIn(source, mine) || liesIn(source, privateNetworks)) return 'mine'
  return liesIn(source, scanners) ? 'scanner' : (said?.get(source) ?? null)
}

function liesIn(address: Address, networks: readonly Network[]): boolean {
  return networks.some(network => contains(network, address))
}

function rowOf(sighting: Sighting, { lineCounts }: Tally): Row {
  const cells = sighting.cells.toSorted(byHourThenMark)
  const proof = cells.filter(({ mark }) => mark !== scannerMark)
  const marks = new Set(proof.map(({ mark }) => mark))
  const counts = [...(lineCounts.get(sighting.source)?.values() ?? [])].filter(count =>
    count.marks.some(mark => marks.has(mark)),
  )
  return {
    kind: 'sighting',
    ...sighting,
    cells,
    lines: counts.reduce((lines, count) => lines + count.lines, 0),
    files: [...new Set(counts.flatMap(({ files }) => [...files]))].toSorted(),
    evidence: firstEvidence(proof),
  }
}

function firstEvidence(cells: readonly Cell[]): readonly Evidence[] {
  const lines = new Map<string, Evidence>()
  for (const evidence of cells.flatMap(cell => cell.evidence)) {
    lines.set(`${evidence.file}:${evidence.line}`, evidence)
  }
  return [...lines.values()]
    .toSorted((one, other) => compare(one.at, other.at) || compare(one.text, other.text))
    .slice(0, shownEvidence)
}

const gradeOrder = { infected: 0, likely: 1, probe: 2 } as const

function bySureness(one: Row, other: Row): number {
  return (
    gradeOrder[one.grade] - gradeOrder[other.grade] ||
    other.lines - one.lines ||
    compare(one.source, other.source) ||
    compare(one.family, other.family)
  )
}

function byHourThenMark(one: Cell, other: Cell): number {
  return (
    compare(one.hour, other.hour) ||
    compare(one.mark, other.mark) ||
    compare(one.clock, other.clock) ||
    compare(one.sensor, other.sensor)
  )
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
