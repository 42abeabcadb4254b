import type { MarkField } from '../model/mark.ts'
import type { TestedField } from '../signatures/signature.ts'
import type { Fields } from './fields.ts'

/** What a condition is put to: a text, and whether the line was cut off where it might have gone on. */
export type Looked = { readonly text: string | undefined; readonly cut: boolean }

/** Looks at a field for a mark that is made by its `own`. A payload in another field than its own is no part of its proof. */
export function lookAt(field: TestedField, own: MarkField, fields: Fields): Looked {
  if (field !== 'payload') return { text: fields[field], cut: fields.ends === field }
  const { ends } = fields
  const cut = own === 'target' ? ends === 'path' || ends === 'query' : ends === own
  return { text: fields.payloadOf(own).told, cut }
}
