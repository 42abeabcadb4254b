import type { Address, Untrusted } from '@redalert/core'

/** Who answers for an address, as a look-up found him. */
export type FoundOwner = {
  /** His mail address, as the registry or the person who runs this has it. */
  readonly address: Untrusted
  /** How he was found: registry, network, role. */
  readonly why: Untrusted
  /** The country of the network, two letters. */
  readonly country?: string
  /** The tag of the language he is to be written to in; by the country where not given. */
  readonly language?: string
  readonly asn?: number
}

/** Who answers for an address; undefined when nobody was found. */
export type FindOwner = (source: Address) => FoundOwner | undefined
