import type { Address, Evidence, Instant, Requests, Signature, Untrusted } from '@redalert/core'
import type { Voice } from './voice.ts'

/** One machine as one family's victim, as its owner is told of it. */
export type NoticedHost = {
  /** A UUID, made once with the notice and kept: the same notice again has the same. */
  readonly report: string
  readonly source: Address
  readonly family: Signature
  readonly voice: Voice
  /** What proves it, from the judgement: a sentence without a full stop. */
  readonly reason: string
  readonly first: Seen
  readonly last: Seen
  readonly requests: Requests
  /** How many independent witnesses saw it. */
  readonly reporters: number
  /** One request of it, redacted. */
  readonly evidence?: Evidence
  /** Whether it told its victims to fetch the program from itself. */
  readonly ownPayload: boolean
  /** How the address was found to be the recipient's: the registry, the object, the role. */
  readonly why: Untrusted
  /** Its owner says that the address changes hands: nobody claims that it was the same machine each time. */
  readonly isPool?: boolean
  readonly asn?: number
  /** The country that the registry names, two letters. */
  readonly country?: string
}

/** A moment at which a machine sent a request, and from which of its ports: behind a shared address, both together tell who it was. */
export type Seen = { readonly at: Instant; readonly port?: number }
