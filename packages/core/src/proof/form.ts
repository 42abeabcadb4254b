import type { Signature } from '../signatures/signature.ts'
import { familyShape } from './family-shape.ts'
import { mismatches } from './mismatches.ts'
import type { Objection } from './objection.ts'

/** A family, or everything about a JSON value that keeps it from being one. */
export type FormReading =
  | { readonly signature: Signature }
  | { readonly objections: readonly Objection[] }

/** Reads a family from what its file holds, strictly: what is missing, mistyped or unknown is told, all of it. */
export function readForm(value: unknown): FormReading {
  const objections = mismatches(value, familyShape, [], 'an object like the files of the families')
  return objections.length === 0 ? { signature: value as Signature } : { objections }
}
