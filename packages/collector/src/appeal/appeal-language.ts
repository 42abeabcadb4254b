/** What an appeal says, in one language. */
export type AppealLanguage = {
  /** As in BCP 47. */
  readonly tag: string
  readonly title: (said: AppealSaid) => string
  /** What is asked, what leaves the reader's house and what does not, and how to answer. */
  readonly text: (said: AppealSaid) => string
}

/** What the sentences are made of. */
export type AppealSaid = {
  /** The names of the families that are looked for. */
  readonly names: string
  readonly collector: string
  /** The first and the last day. */
  readonly from: string
  readonly until: string
  readonly deadline: string
  /** Where answers go. */
  readonly to: readonly string[]
}
