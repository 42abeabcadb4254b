import {
  type Cell,
  type Grade,
  judge,
  type MarkId,
  type Signature,
  type Source,
  wholeMark,
} from '@redalert/core'

/** What a source is by one family, and the marks it rests on. */
export type HostVerdict = {
  readonly family: string
  readonly grade: Grade
  readonly marks: readonly MarkId[]
}

/** What a source showed: a mark, and whether it handed out the program itself. */
export type Shown = { readonly mark: MarkId; readonly ownPayload: boolean }

/** Judges many sources quickly. */
export type Verdicts = {
  /** Whether the hours decide too, so that all cells are needed. */
  readonly needsHours: (marks: readonly MarkId[]) => boolean
  /** The verdicts when no hour decides. */
  readonly ofShown: (shown: readonly Shown[]) => readonly HostVerdict[]
  readonly ofCells: (cells: readonly Cell[]) => readonly HostVerdict[]
}

const remembered = 10_000

/**
 * Core judges; what it said of one set of marks is remembered, since nearly all sources of an outbreak show the same
 * few. Hours decide only where a family counts different marks and the source showed enough of them at any time.
 */
export function verdictsBy(signatures: readonly Signature[]): Verdicts {
  const counted = signatures.flatMap(({ proves }) =>
    proves.flatMap(proof =>
      'distinct' in proof
        ? [
            {
              least: proof.distinct,
              of: new Set(proof.of.map(part => (typeof part === 'string' ? part : part.mark))),
            },
          ]
        : [],
    ),
  )
  const fewest = Math.min(...counted.map(({ least }) => least))
  const known = new Map<string, readonly HostVerdict[]>()
  const ofCells = (cells: readonly Cell[]): readonly HostVerdict[] =>
    judge(cells, signatures).map(({ family, grade, cells: proof }) => ({
      family: family.id,
      grade,
      marks: [...new Set(proof.map(({ mark }) => mark))],
    }))
  return {
    needsHours(marks) {
      if (marks.length < fewest) return false
      const whole = new Set(marks.map(mark => wholeMark(mark) ?? mark))
      return counted.some(
        ({ least, of }) => whole.size >= least && of.intersection(whole).size >= least,
      )
    },
    ofShown(shown) {
      const key = shown.map(({ mark, ownPayload }) => `${mark}${ownPayload ? '!' : ''}`).join(' ')
      const found = known.get(key)
      if (found) return found
      if (known.size >= remembered) known.clear()
      const verdicts = ofCells(shown.map(cellShowing))
      known.set(key, verdicts)
      return verdicts
    },
    ofCells,
  }
}

/** A cell of which only the mark and the payload matter. */
function cellShowing({ mark, ownPayload }: Shown): Cell {
  return {
    sensor: '',
    source: '192.0.2.1' as Source,
    mark,
    hour: '1970-01-01T00' as Cell['hour'],
    clock: 'known',
    identities: [],
    first: '1970-01-01T00:00:00Z' as Cell['first'],
    last: '1970-01-01T00:00:00Z' as Cell['last'],
    evidence: [],
    payloadHosts: [],
    ownPayload,
  }
}
