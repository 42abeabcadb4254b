import type { Address, Instant } from '@redalert/core'

/** What somebody brought, as it came: the unit of the intake log. */
export type Arrival = {
  readonly at: Instant
  readonly way: 'http' | 'mail' | 'folder'
  /** Under whose name it is kept: an enrolled name, `mailto:` and a proven address, or `anonymous`. */
  readonly submitter: string
  readonly proof: Proof
  /** The address of the connection by which it came, where there was one. It is no part of the record. */
  readonly sentFrom?: Address
  /** Between whom it came, where a mail server said so; the empty sender is nobody. It is no part of the record. */
  readonly envelope?: { readonly from: string; readonly to: readonly string[] }
  /** `mail`: a whole message; `body`: a submission, or a log. */
  readonly shape: 'mail' | 'body'
  readonly hints: Hints
  readonly body: Uint8Array
  /** Where a receipt may be sent, which is an address that the sender has proven to be theirs. */
  readonly answerTo?: string
  /** What a client named this request, so that it can be repeated. */
  readonly idempotencyKey?: string
}

/** By what the submitter is known: `operator` put it into a folder of their own. */
export type Proof = 'key' | 'dkim' | 'spf' | 'operator' | 'none'

/** What was said beside the body about how to read it. */
export type Hints = {
  readonly format?: string
  readonly zone?: string
  readonly sensor?: string
  readonly packing?: 'gzip' | 'zstd'
}

/** The name of everybody who proves nothing. */
export const anonymous = 'anonymous'
