/** How a contact wishes to be told, as the operator wrote it down. */
export type Preferences = {
  readonly language?: string
  readonly format?: string
  /** At most one mail in so many hours. */
  readonly intervalHours?: number
  /** They are given out anew, or many machines share one: who stands behind one now may not tomorrow. */
  readonly addresses?: 'dynamic'
}
