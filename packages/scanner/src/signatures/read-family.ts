import { type Objection, readForm } from '@redalert/core'
import type { FamilyFile } from './family-file.ts'
import type { Objected } from './objected.ts'
import { readPlacedJson } from './placed-json.ts'

/** A family's file, or what keeps its text from being one. */
export type FamilyReading =
  | { readonly file: FamilyFile }
  | { readonly objected: readonly Objected[] }

/** Reads the text of a family's file: first as JSON, then by its form. */
export function readFamily(name: string, text: string): FamilyReading {
  const placed = readPlacedJson(text)
  if ('mistakes' in placed)
    return { objected: placed.mistakes.map(mistake => ({ file: name, at: '', ...mistake })) }
  const { value, positionOf } = placed
  const form = readForm(value)
  if ('objections' in form)
    return { objected: form.objections.map(objection => objectedIn(name, objection, positionOf)) }
  return { file: { name, text, signature: form.signature, positionOf } }
}

/** Places an objection in its file. */
export function objectedIn(
  file: string,
  { at, problem, help }: Objection,
  positionOf: FamilyFile['positionOf'],
): Objected {
  return { file, ...positionOf(at), at: pathText(at), problem, help }
}

/** `marks.nimda-c.when.path[0]` */
function pathText(path: Objection['at']): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      return index === 0 ? step : `.${step}`
    })
    .join('')
}
