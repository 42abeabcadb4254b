import {
  type Cell,
  cellKey,
  type Evidence,
  keptEvidence,
  keptIdentities,
  keptPayloadHosts,
} from './cell.ts'

/**
 * Merges two cells of one key. Commutative, associative and idempotent, so that repetition, overlap, halves and order
 * change nothing.
 */
export function mergeCells(one: Cell, other: Cell): Cell {
  return {
    sensor: one.sensor,
    source: one.source,
    mark: one.mark,
    hour: one.hour,
    clock: one.clock,
    identities: smallest(one.identities, other.identities, keptIdentities),
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
    evidence: firstEvidence([...one.evidence, ...other.evidence]),
    payloadHosts: smallest(one.payloadHosts, other.payloadHosts, keptPayloadHosts),
    ownPayload: one.ownPayload || other.ownPayload,
  }
}

/** Adds a cell to a table of cells by key. */
export function addCell(cells: Map<string, Cell>, cell: Cell): void {
  const key = cellKey(cell)
  const known = cells.get(key)
  cells.set(key, known ? mergeCells(known, cell) : cell)
}

/** The smallest texts of two ascending lists, each once. */
export function smallest<Text extends string>(
  one: readonly Text[],
  other: readonly Text[],
  count: number,
): readonly Text[] {
  const merged: Text[] = []
  let left = 0
  let right = 0
  while (merged.length < count) {
    const [a, b] = [one[left], other[right]]
    if (a === undefined && b === undefined) break
    const takeLeft = b === undefined || (a !== undefined && a <= b)
    if (a === b) right++
    merged.push((takeLeft ? one[left++] : other[right++]) as Text)
  }
  return merged
}

function firstEvidence(evidence: Evidence[]): readonly Evidence[] {
  const first: Evidence[] = []
  for (const line of evidence.toSorted(byInstantThenText)) {
    const previous = first.at(-1)
    if (previous?.at === line.at && previous.text === line.text) continue
    if (first.length === keptEvidence) break
    first.push(line)
  }
  return first
}

function byInstantThenText(one: Evidence, other: Evidence): number {
  return (
    compare(one.at, other.at) ||
    compare(one.text, other.text) ||
    compare(one.file ?? '', other.file ?? '') ||
    (one.line ?? 0) - (other.line ?? 0)
  )
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
