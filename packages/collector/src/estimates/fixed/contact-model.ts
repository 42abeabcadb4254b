/**
 * How often the hosts of a family are seen, and how long they stay infected. Rates differ widely: contacts per unit of
 * exposure are gamma distributed among hosts. Some are cleaned soon and some late: two rates per day, mixed.
 */
export type ContactModel = {
  /** Shape and inverse scale of the contact rates. */
  readonly shape: number
  readonly scale: number
  /** The share that is cleaned at the first of both rates. */
  readonly share: number
  readonly soon: number
  readonly late: number
}

/** What was seen of one host: when first and last, in days since 1970, and in how many hours of how many sensors. */
export type ContactHistory = {
  readonly first: number
  readonly last: number
  readonly contacts: number
}

/** The share of hosts that is still infected so many days after it was first seen. */
export function stillInfected({ share, soon, late }: ContactModel, days: number): number {
  return share * Math.exp(-soon * days) + (1 - share) * Math.exp(-late * days)
}
