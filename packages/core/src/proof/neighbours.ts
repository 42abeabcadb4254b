import type { MarkId } from '../model/mark.ts'
import { wholeMark } from '../model/mark.ts'
import { claims, type Signature } from '../signatures/signature.ts'
import { namesIn } from './complete.ts'
import type { Objection } from './objection.ts'
import { marksOf } from './sample.ts'

/** What a family would spoil for the others: it gives its marks to none of their lines, and keeps the marks they build on. */
export function checkNeighbours(
  signature: Signature,
  all: readonly Signature[],
): readonly Objection[] {
  const others = all.filter(({ id }) => id !== signature.id)
  const known = new Set(all.flatMap(({ marks }) => Object.keys(marks)))
  const taken = new Map<string, Objection>()
  for (const other of others) {
    for (const { line, mark } of positives(other)) {
      for (const id of marksOf(line, all)) {
        const whole = wholeMark(id) ?? id
        if (!Object.hasOwn(signature.marks, whole) || claims(other).has(whole)) continue
        const key = `${whole} ${other.id}`
        if (!taken.has(key)) taken.set(key, takes(whole, mark, other))
      }
    }
  }
  return [
    ...taken.values(),
    ...others.flatMap(other =>
      [...new Set(namesIn(other))].filter(id => !known.has(id)).map(id => leaves(id, other)),
    ),
  ]
}

function positives({ marks }: Signature) {
  return Object.entries(marks).flatMap(([mark, { samples }]) =>
    samples.positive.map(line => ({ mark, line })),
  )
}

function takes(id: MarkId, mark: MarkId, other: Signature): Objection {
  return {
    at: ['marks', id],
    problem: `a line of ${other.id} that gives ${mark} gives this mark too`,
    help: `narrow it, or add "unless": ["${mark}"]`,
  }
}

function leaves(id: MarkId, other: Signature): Objection {
  return {
    at: ['marks'],
    problem: `${other.id} builds on the mark ${id}, which is not there any more`,
    help: 'keep that mark in this file',
  }
}
