import type { Cell } from '../model/cell.ts'
import type { MarkId } from '../model/mark.ts'
import { atLeast, type Grade, grades } from '../model/sighting.ts'
import { carriesPayload } from '../signatures/carries-payload.ts'
import { markOf, type Proof, type Signature } from '../signatures/signature.ts'
import { adjoiningHours } from './adjoining-hours.ts'
import { mostParts } from './most-parts.ts'
import { carriesFor } from './several-devices.ts'

/** One way in which a source would be judged more surely, and what is still missing for it. */
export type Lack = { readonly grade: Grade } & (
  | { readonly kind: 'any'; readonly marks: readonly MarkId[] }
  /** So many different ones within one hour or two adjoining ones; `seen` were, in the hours with most. */
  | {
      readonly kind: 'distinct'
      readonly needed: number
      readonly seen: readonly MarkId[]
      readonly unseen: readonly MarkId[]
    }
  /** A request that names the source itself as the place to fetch from. */
  | { readonly kind: 'own-payload' }
  /** Payloads for two kinds of device within two hours; `seen` were. */
  | { readonly kind: 'devices'; readonly seen: readonly string[] }
)

/** A source as one family judges it; without a grade where its marks alone make no row. */
export type Standing = {
  readonly family: Signature
  readonly grade?: Grade
  /** The cells it rests on. */
  readonly cells: readonly Cell[]
}

/** What would make a judgement surer: the next grade's ways first. `all` are the source's cells of whatever family. */
export function toBeSurer(
  { family, grade, cells }: Standing,
  all: readonly Cell[],
  signatures: readonly Signature[],
): readonly Lack[] {
  const isSurer = (other: Grade) => grade === undefined || !atLeast(grade, other)
  const ways: readonly Lack[] = [
    ...family.proves.map(proof => lackOf(proof, cells)),
    ...(Object.values(family.marks).some(carriesPayload) ? [ownPayload] : []),
    ...devicesOf(family, all, signatures),
  ]
  return ways
    .filter(way => isSurer(way.grade))
    .toSorted((one, other) => grades.indexOf(other.grade) - grades.indexOf(one.grade))
}

const ownPayload: Lack = { grade: 'infected', kind: 'own-payload' }

function lackOf(proof: Proof, cells: readonly Cell[]): Lack {
  const { grade } = proof
  if ('any' in proof) return { grade, kind: 'any', marks: proof.any }
  const seen = mostParts(cells, proof.of)
  const unseen = proof.of.map(markOf).filter(mark => !seen.includes(mark))
  return { grade, kind: 'distinct', needed: proof.distinct, seen, unseen }
}

/** Only a bot for one kind of device is known by its others; of those the hours with most count. */
function devicesOf(
  family: Signature,
  all: readonly Cell[],
  signatures: readonly Signature[],
): readonly Lack[] {
  if (carriesFor(family).length === 0) return []
  const seen = adjoiningHours(all)
    .map(together => {
      const marks = new Set(together.map(({ mark }) => mark))
      const carried = signatures.filter(each => carriesFor(each).some(mark => marks.has(mark)))
      return [...new Set(carried.map(({ device = '' }) => device))].toSorted()
    })
    .reduce((most, some) => (some.length > most.length ? some : most), [])
  return [{ grade: 'likely', kind: 'devices', seen }]
}
