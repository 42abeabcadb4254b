/** What an answer may cost. */
export type Limits = {
  readonly bytes: number
  readonly milliseconds: number
  /** How deep JSON may nest. */
  readonly depth: number
  /** How many times a question may be sent on. */
  readonly hops: number
}

export const usualLimits: Limits = {
  bytes: 2 * 1024 * 1024,
  milliseconds: 10_000,
  depth: 64,
  hops: 3,
}
