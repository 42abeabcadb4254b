import type { Field } from './spans.ts'

/** A piece of a format string: text that stands in each line as it is, or a field. */
export type TemplatePart =
  | { readonly text: string }
  | { readonly field: Field; readonly name: string }
