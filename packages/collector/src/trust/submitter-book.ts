import type { Instant } from '@redalert/core'
import type { KeptKey } from './kept-key.ts'
import type { SubmitterEvent } from './step-submitter.ts'
import type { Submitter } from './submitter.ts'

/**
 * Where a collector keeps who its submitters are, and by what they are known. All of it may happen twice. An engine
 * passes `submitterBookContract` or it is none.
 */
export type SubmitterBook = {
  /** Everybody who was ever met, sorted by name; those that are revoked too. */
  readonly submitters: () => Iterable<Submitter>
  readonly submitter: (name: string) => Submitter | undefined
  /** Writes down what happened, as `stepSubmitter` says. False: to somebody who is unknown. */
  readonly record: (event: SubmitterEvent) => boolean

  readonly key: (id: string) => KeptKey | undefined
  /** The keys of a submitter, sorted by id. */
  readonly keys: (submitter: string) => readonly KeptKey[]
  /** Keeps a new key. False: its submitter is unknown, or another key has its id. */
  readonly addKey: (key: KeptKey) => boolean
  /** Writes down that a key was used; an earlier use changes nothing. */
  readonly useKey: (id: string, at: Instant) => void
  /** Makes a key open nothing any more, for good. False: there is none. */
  readonly revokeKey: (id: string) => boolean

  /** Who is enrolled with a mail address; undefined when nobody is. Its letters' case means nothing. */
  readonly enrolledWith: (address: string) => string | undefined
  /** Enrols somebody with a mail address. False: they are unknown, or it is somebody else's. */
  readonly addAddress: (submitter: string, address: string) => boolean
  readonly removeAddress: (address: string) => void
}
