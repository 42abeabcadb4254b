/** `hard`: there is no such mailbox; `soft`: not now; `policy`: they do not want our mail, which says nothing of the mailbox. */
export type FailureKind = 'hard' | 'soft' | 'policy'

/** That a mail did not reach a mailbox, and why. */
export type Failure = {
  readonly how: FailureKind
  /** The mailbox as the mail server wrote it. */
  readonly recipient: string | undefined
  /** The enhanced status code (RFC 3463) that says most: `5.1.1`. */
  readonly status: string | undefined
  /** What the mail server said, cut short, in plain letters. */
  readonly reason: string
}
