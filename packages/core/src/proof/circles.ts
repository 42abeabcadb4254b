import type { MarkId } from '../model/mark.ts'
import type { Signature } from '../signatures/signature.ts'
import type { Objection } from './objection.ts'

/** No mark waits for itself: of two that except each other, neither could be tried first. */
export function checkCircles(
  signature: Signature,
  all: readonly Signature[],
): readonly Objection[] {
  const unless = new Map(
    all.flatMap(({ marks }) => Object.entries(marks)).map(([id, rule]) => [id, rule.unless ?? []]),
  )
  return Object.keys(signature.marks)
    .filter(id => reaches(id, id, unless))
    .map(id => ({
      at: ['marks', id, 'unless'],
      problem: `${id} does not count beside a mark that does not count beside ${id}`,
      help: 'take one of the two exceptions away',
    }))
}

/** Whether the exceptions of a mark, followed from one to the next, lead to another. */
function reaches(
  from: MarkId,
  to: MarkId,
  unless: ReadonlyMap<MarkId, readonly MarkId[]>,
): boolean {
  const seen = new Set<MarkId>()
  const ahead = [...(unless.get(from) ?? [])]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === to) return true
    if (seen.has(next)) continue
    seen.add(next)
    ahead.push(...(unless.get(next) ?? []))
  }
  return false
}
