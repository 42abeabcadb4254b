/** Somebody who is enrolled: known by keys and by mail addresses. */
export type Enrolled = {
  readonly name: string
  /** SHA-256 of each key, in hexadecimal digits; the keys themselves are not kept. */
  readonly keys: readonly string[]
  readonly mail: readonly string[]
}

/** Who is enrolled. */
export type Submitters = {
  readonly byKeyHash: (sha256: string) => string | undefined
  /** The name under which a proven address is kept: that of who is enrolled with it, or the address itself. */
  readonly byAddress: (address: string) => string
}

/** Looks enrolled submitters up. */
export function submittersOf(enrolled: readonly Enrolled[]): Submitters {
  const byKey = new Map(
    enrolled.flatMap(({ name, keys }) => keys.map(key => [key.toLowerCase(), name])),
  )
  const byMail = new Map(
    enrolled.flatMap(({ name, mail }) => mail.map(address => [address.toLowerCase(), name])),
  )
  return {
    byKeyHash: sha256 => byKey.get(sha256),
    byAddress: address => byMail.get(address) ?? `mailto:${address}`,
  }
}
