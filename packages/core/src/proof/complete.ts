import type { MarkId } from '../model/mark.ts'
import { nearestName } from '../model/nearest-name.ts'
import { grades } from '../model/sighting.ts'
import { claims, markOf, type Signature } from '../signatures/signature.ts'
import type { Objection, Path } from './objection.ts'

/** Every mark is used and every name exists: proofs name own or shared marks, strongest first; exceptions name marks. */
export function checkComplete(
  signature: Signature,
  all: readonly Signature[],
): readonly Objection[] {
  const own = Object.keys(signature.marks)
  const shared = signature.shares ?? []
  const known = all.flatMap(({ marks }) => Object.keys(marks))
  const claimed = claims(signature)
  const isMine = (id: MarkId) => own.includes(id) || shared.includes(id)
  return [
    ...duplicates(signature, all),
    ...own.filter(id => !claimed.has(id)).map(id => unused(['marks', id], id)),
    ...shared.flatMap((id, index) => {
      const at = ['shares', index]
      if (!known.includes(id)) return [unknown(at, id, known)]
      return claimed.has(id) ? [] : [unused(at, id)]
    }),
    ...namesInProofs(signature)
      .filter(({ id }) => !isMine(id))
      .map(({ at, id }) => (known.includes(id) ? undeclared(at, id) : unknown(at, id, known))),
    ...exceptions(signature)
      .filter(({ id }) => !known.includes(id))
      .map(({ at, id }) => unknown(at, id, known)),
    ...ordered(signature),
  ]
}

/** Every mark of whatever file that a family names. */
export function namesIn(signature: Signature): readonly MarkId[] {
  return [...claims(signature), ...exceptions(signature).map(({ id }) => id)]
}

type Named = { readonly at: Path; readonly id: MarkId }

function duplicates(signature: Signature, all: readonly Signature[]): readonly Objection[] {
  const others = all.filter(other => other.id !== signature.id)
  const elsewhere = new Set(others.flatMap(({ marks }) => Object.keys(marks)))
  return Object.keys(signature.marks)
    .filter(id => elsewhere.has(id))
    .map(id => ({
      at: ['marks', id],
      problem: `another family has a mark ${id} already`,
      help: 'a mark lives in one file: rename this one, or name the other under "shares"',
    }))
}

/** The marks that count for something, where they are named first. */
function namesInProofs({ proves }: Signature): readonly Named[] {
  const named = proves.flatMap((proof, index): readonly Named[] =>
    'any' in proof
      ? proof.any.map((id, place) => ({ at: ['proves', index, 'any', place], id }))
      : proof.of.map((part, place) => ({ at: ['proves', index, 'of', place], id: markOf(part) })),
  )
  return named.filter(({ id }, index) => named.findIndex(other => other.id === id) === index)
}

function exceptions({ marks, proves }: Signature): readonly Named[] {
  const ofMarks = Object.entries(marks).flatMap(([mark, { unless = [] }]) =>
    unless.map((id, index) => ({ at: ['marks', mark, 'unless', index], id })),
  )
  const ofParts = proves.flatMap((proof, index) =>
    'any' in proof
      ? []
      : proof.of.flatMap((part, place) =>
          typeof part === 'string'
            ? []
            : part.unless.map((id, nth) => ({
                at: ['proves', index, 'of', place, 'unless', nth],
                id,
              })),
        ),
  )
  return [...ofMarks, ...ofParts]
}

function ordered({ proves }: Signature): readonly Objection[] {
  const ranks = proves.map(({ grade }) => grades.indexOf(grade))
  const late = ranks.findIndex((rank, index) => index > 0 && rank < (ranks[index - 1] ?? 0))
  if (late === -1) return []
  return [
    {
      at: ['proves', late],
      problem: 'a weaker proof stands before a stronger one',
      help: 'put the strongest first',
    },
  ]
}

function unused(at: Path, id: MarkId): Objection {
  return {
    at,
    problem: `no proof names the mark ${id}`,
    help: 'name it under "proves", or drop it',
  }
}

function unknown(at: Path, id: MarkId, known: readonly MarkId[]): Objection {
  const nearest = nearestName(id, known)
  const help = nearest === undefined ? 'check the spelling' : `did you mean ${nearest}?`
  return { at, problem: `there is no mark ${id}`, help }
}

function undeclared(at: Path, id: MarkId): Objection {
  return { at, problem: `the mark ${id} is not in this file`, help: 'name it under "shares"' }
}
