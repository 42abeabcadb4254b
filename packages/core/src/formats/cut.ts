import type { Field } from './spans.ts'

/** One step through a record, from left to right. A list of them is a shape, for every reader of it. */
export type Cut =
  /** Text that stands here and means nothing. */
  | { readonly kind: 'literal'; readonly text: string; readonly optional?: true }
  /** Blanks and tabs, or none. */
  | { readonly kind: 'blanks' }
  /** A field up to a text, which is passed over. */
  | { readonly kind: 'upTo'; readonly text: string; readonly field: Field }
  /** A field up to the end of the record, without a text that may close it. */
  | { readonly kind: 'toEnd'; readonly field: Field; readonly closing: string }
  /** A field in quotes; a backslash takes the meaning from the quote behind it. */
  | { readonly kind: 'quoted'; readonly field: Field }
  /** The request line in quotes. It may hold bare quotes: it ends where a status stands behind the quote. */
  | { readonly kind: 'request' }
  /** The request line without quotes: it ends behind its `HTTP/…`. */
  | { readonly kind: 'bareRequest' }
  /**
   * Identity, user and the time, `- - [19/Jul/2001:16:08:55 +0200]`. There is no identity that is an address, and no
   * user `- -`: such a line begins with a virtual host, and is none of this shape.
   */
  | { readonly kind: 'whoAndWhen' }
  /** Whatever follows, word by word: bare words are the `bare` fields one by one, quoted ones the `quoted`; all else is extra. */
  | { readonly kind: 'tail'; readonly bare: readonly Field[]; readonly quoted: readonly Field[] }
  /**
   * All of the record as columns with blanks or tabs between. They are in quotes, with `""` for a quote, where only that
   * makes their number right. The `spare` column is one that some servers do not write.
   */
  | { readonly kind: 'columns'; readonly fields: readonly Field[]; readonly spare?: number }

export function literal(text: string, { optional = false } = {}): Cut {
  return optional ? { kind: 'literal', text, optional } : { kind: 'literal', text }
}

export function upTo(text: string, field: Field): Cut {
  return { kind: 'upTo', text, field }
}

export function toEnd(field: Field, closing = ''): Cut {
  return { kind: 'toEnd', field, closing }
}

export function quoted(field: Field): Cut {
  return { kind: 'quoted', field }
}

export function columns(fields: readonly Field[], spare?: number): Cut {
  return spare === undefined ? { kind: 'columns', fields } : { kind: 'columns', fields, spare }
}

export const blanks: Cut = { kind: 'blanks' }
export const request: Cut = { kind: 'request' }
export const bareRequest: Cut = { kind: 'bareRequest' }
export const whoAndWhen: Cut = { kind: 'whoAndWhen' }
