import type { Cell } from '../model/cell.ts'
import { nextHour } from '../model/instant.ts'
import { type MarkId, wholeMark } from '../model/mark.ts'
import { type Grade, grades } from '../model/sighting.ts'
import { claims, markOf, type Part, type Proof, type Signature } from '../signatures/signature.ts'

/** What a source is, by one family, and why: a sentence that a person can check against the lines. */
export type Verdict = {
  readonly family: Signature
  readonly grade: Grade
  readonly reason: string
  /** The cells it rests on. */
  readonly cells: readonly Cell[]
}

/**
 * Judges all cells of one source. A mark supports only the strongest family that claims it, so that Nimda's doors are
 * not also somebody's probes; of equally strong families the first in the list has it.
 */
export function judge(
  cells: readonly Cell[],
  signatures: readonly Signature[],
): readonly Verdict[] {
  const verdicts: Verdict[] = []
  let left = cells
  let families = signatures
  for (;;) {
    const verdict = strongest(
      families.map(family => judgeFamily(left, family)).filter(found => found !== undefined),
    )
    if (!verdict) return verdicts
    verdicts.push(verdict)
    const taken = new Set(verdict.cells)
    left = left.filter(cell => !taken.has(cell))
    families = families.filter(family => family !== verdict.family)
  }
}

function strongest(verdicts: readonly Verdict[]): Verdict | undefined {
  return grades
    .map(grade => verdicts.find(verdict => verdict.grade === grade))
    .find(verdict => verdict !== undefined)
}

function judgeFamily(cells: readonly Cell[], family: Signature): Verdict | undefined {
  const claimed = claims(family)
  const own = cells.filter(({ mark }) => claimed.has(wholeMark(mark) ?? mark))
  if (own.length === 0) return undefined
  const found = byOwnPayload(own) ?? byProof(own, family.proves) ?? byCutLine(own, family.proves)
  return found && { family, ...found, cells: own }
}

type Ground = { readonly grade: Grade; readonly reason: string }

function byOwnPayload(cells: readonly Cell[]): Ground | undefined {
  const cell = cells.find(({ ownPayload }) => ownPayload)
  if (!cell) return undefined
  return {
    grade: 'infected',
    reason: `it told its victim to fetch the program from ${cell.source}, which is itself`,
  }
}

function byProof(cells: readonly Cell[], proves: readonly Proof[]): Ground | undefined {
  for (const proof of proves) {
    const count = 'any' in proof ? countAny(cells, proof.any) : mostDistinct(cells, proof.of)
    const needed = 'any' in proof ? 1 : proof.distinct
    if (count >= needed)
      return { grade: proof.grade, reason: proof.because.replace('{count}', String(count)) }
  }
  return undefined
}

/** A line cut off inside a mark that would have proved something by itself. */
function byCutLine(cells: readonly Cell[], proves: readonly Proof[]): Ground | undefined {
  const telling = proves.flatMap(proof => ('any' in proof ? proof.any : []))
  if (!cells.some(({ mark }) => telling.includes(wholeMark(mark) ?? ''))) return undefined
  return {
    grade: 'probe',
    reason: 'it began like this family; the line was cut off before the proof',
  }
}

function countAny(cells: readonly Cell[], any: readonly MarkId[]): number {
  return new Set(cells.map(({ mark }) => mark).filter(mark => any.includes(mark))).size
}

/** The most different parts within one hour or two adjoining ones; hours of different clocks never adjoin. */
function mostDistinct(cells: readonly Cell[], parts: readonly Part[]): number {
  const marksByHour = new Map<string, Set<MarkId>>()
  for (const { mark, hour, clock } of cells) {
    const key = `${clock} ${hour}`
    marksByHour.set(key, (marksByHour.get(key) ?? new Set()).add(mark))
  }
  let most = 0
  for (const { hour, clock } of cells) {
    const marks = new Set([
      ...(marksByHour.get(`${clock} ${hour}`) ?? []),
      ...(marksByHour.get(`${clock} ${nextHour(hour)}`) ?? []),
    ])
    most = Math.max(most, countParts(marks, parts))
  }
  return most
}

function countParts(marks: ReadonlySet<MarkId>, parts: readonly Part[]): number {
  const counted = parts.filter(part => {
    if (!marks.has(markOf(part))) return false
    return typeof part === 'string' || !part.unless.some(mark => marks.has(mark))
  })
  return counted.length
}
