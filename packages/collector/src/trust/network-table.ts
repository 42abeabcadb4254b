import type { Address } from '@redalert/core'

/** What a table knows of the network in which an address lies; undefined when nothing. */
export type NetworkTable = (address: Address) => KnownNetwork | undefined

export type KnownNetwork = {
  /** Who holds the address, by the registry. */
  readonly registrant?: string
  /** The number of the autonomous system that announces it. */
  readonly as?: number
  /** The network that is announced or assigned, as text. */
  readonly network?: string
}
