import type { Source } from '@redalert/core'

/** Which contact answers for an address, as it was looked up when letters were planned last. */
export type AnswererBook = {
  /** Null: nobody does any more, or nobody may be told without a person. */
  readonly note: (answerers: ReadonlyMap<Source, string | null>) => void
  /** The addresses for which a contact answers. */
  readonly of: (contact: string) => readonly Source[]
}
