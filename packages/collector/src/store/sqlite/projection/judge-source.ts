import { grades } from '@redalert/core'
import { hostStates, stepHost } from '../../../cases/host.ts'
import { cellOf, type Naming } from '../../../told/cell-of.ts'
import type { CellRecord } from '../../../told/cell-record.ts'
import { sourceOfBytes } from '../../../told/source-bytes.ts'
import type { HostEntry, ShownMark } from './host-entry.ts'
import type { HostVerdict, Verdicts } from './verdicts.ts'

/** What judging needs besides the records. */
export type Judging = {
  readonly verdicts: Verdicts
  readonly naming: Naming
  readonly numberOf: (kind: 'mark' | 'family', name: string) => number
}

/**
 * Judges a source by all its records: gives its entries, those of its hosts first and then one of the marks that make
 * none.
 */
export function judgeSource(
  source: string,
  records: readonly CellRecord[],
  judging: Judging,
): readonly HostEntry[] {
  const shown = shownBy(records)
  const left = new Map(shown.map(each => [each.mark, each]))
  const entries: HostEntry[] = []
  for (const { family, grade, marks } of verdictsOf(source, records, judging)) {
    const own = marks.map(mark => judging.numberOf('mark', mark))
    const taken = own.map(mark => left.get(mark)).filter(each => each !== undefined)
    for (const mark of own) left.delete(mark)
    const entry = entryOf(judging.numberOf('family', family), taken, records)
    const state = stepHost(undefined, { kind: 'judged', grade })
    entries.push({ ...entry, state: hostStates.indexOf(state), grade: grades.indexOf(grade) })
  }
  if (left.size > 0) entries.push(entryOf(0, [...left.values()], records))
  return entries
}

/** The entries with later records of marks that they have already; undefined when the source must be judged again. */
export function extendEntries(
  entries: readonly HostEntry[],
  records: readonly CellRecord[],
  { verdicts, naming }: Pick<Judging, 'verdicts' | 'naming'>,
): readonly HostEntry[] | undefined {
  const extended = [...entries]
  for (const { mark, ownPayload, hour, first, last } of records) {
    const place = extended.findIndex(entry =>
      entry.marks.some(each => each.mark === mark && (each.ownPayload || !ownPayload)),
    )
    const entry = extended[place]
    if (!entry) return undefined
    const [start, end] = [hour * 3600 + first, hour * 3600 + last]
    if (start >= entry.first && end <= entry.last) continue
    extended[place] = {
      ...entry,
      first: Math.min(entry.first, start),
      last: Math.max(entry.last, end),
    }
  }
  const unsure = extended
    .filter(({ family, grade }) => family === 0 || grades[grade] !== 'infected')
    .flatMap(({ marks }) => marks.map(({ mark }) => naming.mark(mark)))
  return verdicts.needsHours(unsure) ? undefined : extended
}

function verdictsOf(
  source: string,
  records: readonly CellRecord[],
  { verdicts, naming }: Judging,
): readonly HostVerdict[] {
  const shown = shownBy(records)
    .map(({ mark, ownPayload }) => ({ mark: naming.mark(mark), ownPayload }))
    .toSorted((one, other) => (one.mark < other.mark ? -1 : 1))
  if (!verdicts.needsHours(shown.map(({ mark }) => mark))) return verdicts.ofShown(shown)
  const address = sourceOfBytes(source)
  return verdicts.ofCells(records.map(record => cellOf(address, record, naming)))
}

function entryOf(
  family: number,
  marks: readonly ShownMark[],
  records: readonly CellRecord[],
): HostEntry {
  let first = Infinity
  let last = 0
  for (const record of records) {
    if (!marks.some(({ mark }) => mark === record.mark)) continue
    first = Math.min(first, record.hour * 3600 + record.first)
    last = Math.max(last, record.hour * 3600 + record.last)
  }
  return { family, state: 0, grade: 0, first, last, marks }
}

function shownBy(records: readonly CellRecord[]): readonly ShownMark[] {
  const shown = new Map<number, boolean>()
  for (const { mark, ownPayload } of records) {
    shown.set(mark, (shown.get(mark) ?? false) || ownPayload)
  }
  return [...shown].map(([mark, ownPayload]) => ({ mark, ownPayload }))
}
