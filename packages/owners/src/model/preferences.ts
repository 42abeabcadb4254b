/** How a contact wishes to be told, as the operator wrote it down. */
export type Preferences = {
  readonly language?: string
  readonly format?: string
  /** At most one mail in so many hours. */
  readonly intervalHours?: number
}
