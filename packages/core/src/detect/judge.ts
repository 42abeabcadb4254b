import type { Cell } from '../model/cell.ts'
import { type MarkId, wholeMark } from '../model/mark.ts'
import { type Grade, grades } from '../model/sighting.ts'
import { claims, type Proof, type Signature } from '../signatures/signature.ts'
import { mostParts } from './most-parts.ts'
import { isScannerName } from './scanner.ts'
import { scannerCells } from './scanner-cells.ts'
import { severalDevices } from './several-devices.ts'

/** What a source is, by one family, and why: a sentence that a person can check against the lines. */
export type Verdict = {
  readonly family: Signature
  readonly grade: Grade
  readonly reason: string
  /** The cells it rests on. */
  readonly cells: readonly Cell[]
  /** Set apart: a known scanner sent every request of it, as its name says or the agents in these cells. */
  readonly scanner?: readonly Cell[]
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
  const devices = severalDevices(cells, signatures)
  let left = cells
  let families = signatures
  for (;;) {
    const verdict = strongest(
      families
        .map(family => judgeFamily(left, family, devices.get(family)))
        .filter(found => found !== undefined)
        .map(found => withScanner(found, cells)),
    )
    if (!verdict) return verdicts
    verdicts.push(verdict)
    const taken = new Set(verdict.cells)
    left = left.filter(cell => !taken.has(cell))
    families = families.filter(family => family !== verdict.family)
  }
}

function strongest<Graded extends { readonly grade: Grade }>(
  all: readonly Graded[],
): Graded | undefined {
  return grades
    .map(grade => all.find(each => each.grade === grade))
    .find(found => found !== undefined)
}

function judgeFamily(
  cells: readonly Cell[],
  family: Signature,
  devices: readonly string[] | undefined,
): Verdict | undefined {
  const claimed = claims(family)
  const own = cells.filter(({ mark }) => claimed.has(wholeMark(mark) ?? mark))
  if (own.length === 0) return undefined
  const grounds = [
    byOwnPayload(own),
    byProof(own, family.proves),
    devices && bySeveralDevices(devices),
    byCutLine(own, family.proves),
  ]
  const found = strongest(grounds.filter(ground => ground !== undefined))
  return found && { family, ...found, cells: own }
}

/** A known scanner is no more than one that looks; but no scanner hands out the program itself. */
function withScanner(verdict: Verdict, all: readonly Cell[]): Verdict {
  const { cells, reason } = verdict
  if (cells.some(({ ownPayload }) => ownPayload)) return verdict
  const [cell] = cells
  if (cell && isScannerName(cell.source)) {
    const named = `${reason}; but its name is that of a known scanner`
    return { ...verdict, grade: 'probe', reason: named, scanner: [] }
  }
  const scanner = scannerCells(cells, all)
  if (!scanner) return verdict
  const told = `${reason}; but each of these requests says that it is a known scanner's`
  return { ...verdict, grade: 'probe', reason: told, scanner }
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

function bySeveralDevices(devices: readonly string[]): Ground {
  return {
    grade: 'likely',
    reason: `within two hours it told ${devices.length} kinds of device to fetch a program (${devices.join('; ')}), as bots do that carry several exploits`,
  }
}

function byProof(cells: readonly Cell[], proves: readonly Proof[]): Ground | undefined {
  for (const proof of proves) {
    const count = 'any' in proof ? countAny(cells, proof.any) : mostParts(cells, proof.of).length
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
