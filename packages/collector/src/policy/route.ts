/** Who can be told of a host, as the registries and the operator's lists say. One value serves all hosts of a network. */
export type Route = {
  /** Two letters; null: nobody knows. */
  readonly country: string | null
  readonly asn: number | null
  /** The best first; the next is told when mail to one does not arrive. */
  readonly owner: readonly Party[]
  /** The holder of the range above, or else the network that announces it. */
  readonly above: Party | null
  /** The team of the country. */
  readonly team: Party | null
  /** Why a person decides, when a list of the operator's says so. */
  readonly hold?: string
}

/** Somebody who can be told. */
export type Party = {
  readonly mailbox: string
  /** By which a registry knows the organisation; null: by nothing. */
  readonly organisation: string | null
  readonly country: string | null
  /** They asked for no more than one letter in so many hours. */
  readonly intervalHours?: number
  /** How they wish to be written to, where a list of the operator's says so. */
  readonly language?: string
  readonly format?: string
}
