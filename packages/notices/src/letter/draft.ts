import type { Language } from '../languages/language.ts'
import type { Notice } from '../notice/notice.ts'
import type { Topic } from '../notice/topic.ts'

/** A letter while it is written in one language. */
export type Draft = {
  readonly notice: Notice
  readonly topics: readonly Topic[]
  readonly language: Language
  /** The texts by which families are known, which it must not hold. */
  readonly literals: readonly string[]
  readonly attached: Attached
}

/** What goes with a letter. */
export type Attached = {
  /** The file name of the table of all machines. */
  readonly csv?: string
  readonly xarf: number
}
