/** What a JSON value must look like, as data, with the words that help a person to write it. */
export type Shape =
  | { readonly kind: 'text'; readonly holds: (text: string) => boolean; readonly named: string }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'true' }
  | { readonly kind: 'list'; readonly of: Shape; readonly least: number; readonly named: string }
  /** One value, or a list of them. */
  | { readonly kind: 'one-or-list'; readonly of: Shape; readonly named: string }
  /** Names that the writer chooses, each with a value of one shape. */
  | { readonly kind: 'table'; readonly names: Shape & { kind: 'text' }; readonly values: Shape }
  | RecordShape
  /** One of several records, told apart by the one field that only it has. */
  | { readonly kind: 'variants'; readonly by: Readonly<{ [Field in string]: RecordShape }> }
  /** A text, or a record where more is to be said. */
  | {
      readonly kind: 'text-or-record'
      readonly text: Shape & { kind: 'text' }
      readonly record: RecordShape
    }

/** Fields with fixed names. */
export type RecordShape = {
  readonly kind: 'record'
  readonly fields: Readonly<{ [Field in string]: FieldShape }>
  /** How many of the fields there must be, where all are optional. */
  readonly least: number
}

/** A field: what it holds, and what it is for, as the end of the sentence "add it: …". */
export type FieldShape = {
  readonly shape: Shape
  readonly about: string
  readonly optional: boolean
}
