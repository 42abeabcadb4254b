import type { MarkId } from '../model/mark.ts'
import { grades } from '../model/sighting.ts'
import { claims, markOf, type Signature } from '../signatures/signature.ts'
import type { Objection } from './objection.ts'

/** Every mark is used and every name exists: proofs name own or shared marks, strongest first; exceptions name marks. */
export function checkComplete(
  signature: Signature,
  all: readonly Signature[],
): readonly Objection[] {
  const own = Object.keys(signature.marks)
  const shared = signature.shares ?? []
  const known = new Set(all.flatMap(({ marks }) => Object.keys(marks)))
  const claimed = claims(signature)
  return [
    ...duplicates(signature, all),
    ...own.filter(id => !claimed.has(id)).map(id => unused(`marks.${id}`, id)),
    ...shared.filter(id => !claimed.has(id)).map(id => unused('shares', id)),
    ...shared.filter(id => !known.has(id)).map(id => unknown('shares', id)),
    ...[...claimed]
      .filter(id => !own.includes(id) && !shared.includes(id))
      .map(id => undeclared(id)),
    ...exceptions(signature)
      .filter(({ id }) => !known.has(id))
      .map(({ at, id }) => unknown(at, id)),
    ...ordered(signature),
  ]
}

function duplicates(signature: Signature, all: readonly Signature[]): readonly Objection[] {
  const others = all.filter(other => other.id !== signature.id)
  const elsewhere = new Set(others.flatMap(({ marks }) => Object.keys(marks)))
  return Object.keys(signature.marks)
    .filter(id => elsewhere.has(id))
    .map(id => ({
      at: `marks.${id}`,
      problem: `another family has a mark ${id} already`,
      help: 'a mark lives in one file: rename this one, or name the other under "shares"',
    }))
}

function exceptions({
  marks,
  proves,
}: Signature): readonly { readonly at: string; readonly id: MarkId }[] {
  const ofMarks = Object.entries(marks).flatMap(([mark, { unless = [] }]) =>
    unless.map(id => ({ at: `marks.${mark}.unless`, id })),
  )
  const ofParts = proves
    .flatMap(proof => ('any' in proof ? [] : proof.of))
    .flatMap(part =>
      typeof part === 'string'
        ? []
        : part.unless.map(id => ({ at: `proves ${markOf(part)} unless`, id })),
    )
  return [...ofMarks, ...ofParts]
}

function ordered({ proves }: Signature): readonly Objection[] {
  const ranks = proves.map(({ grade }) => grades.indexOf(grade))
  if (ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0))) return []
  return [
    {
      at: 'proves',
      problem: 'a weaker proof stands before a stronger one',
      help: 'put the strongest first',
    },
  ]
}

function unused(at: string, id: MarkId): Objection {
  return {
    at,
    problem: `no proof names the mark ${id}`,
    help: 'name it under "proves", or drop it',
  }
}

function unknown(at: string, id: MarkId): Objection {
  return { at, problem: `there is no mark ${id}`, help: 'check the spelling' }
}

function undeclared(id: MarkId): Objection {
  return {
    at: 'proves',
    problem: `the mark ${id} is not in this file`,
    help: 'name it under "shares"',
  }
}
