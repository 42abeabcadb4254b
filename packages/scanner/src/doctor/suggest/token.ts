/** A word of a line, with all that stands between it and the word before. */
export type Token = {
  /** What stands before it and means nothing. */
  readonly before: string
  /** `ip` of `ip=192.0.2.7`; empty for most. */
  readonly key: string
  /** What it is wrapped in: quotes, brackets or nothing. */
  readonly wrap: '' | '"' | '['
  readonly text: string
}
