import type { Cell } from '../model/cell.ts'
import { countRequests } from '../model/requests.ts'
import type { SetApart, Sighting } from '../model/sighting.ts'
import type { Signature } from '../signatures/signature.ts'
import { judge } from './judge.ts'

/**
 * Judges all cells of one source into rows for people. A known scanner is set apart as such unless the caller knows whose
 * machine it is; the cells that say so are with the others, that whoever judges again judges alike.
 */
export function sight(
  cells: readonly Cell[],
  signatures: readonly Signature[],
  setApart: SetApart | null,
): readonly Sighting[] {
  return judge(cells, signatures).map(({ family, grade, reason, cells: proof, scanner }) => ({
    source: (proof[0] as Cell).source,
    family: family.id,
    hole: family.hole.id,
    grade,
    reason,
    setApart: scanner && (setApart === null || setApart === 'name') ? 'scanner' : setApart,
    clock: proof.every(({ clock }) => clock === 'known') ? 'known' : 'assumed',
    first: proof.map(({ first }) => first).reduce((one, other) => (one < other ? one : other)),
    last: proof.map(({ last }) => last).reduce((one, other) => (one > other ? one : other)),
    requests: countRequests(proof),
    cells: [...proof, ...(scanner ?? [])],
  }))
}
