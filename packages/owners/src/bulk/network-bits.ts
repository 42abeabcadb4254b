/** What is kept of a network in one number. */
export const bits = {
  /** Its registry itself handed it out: nothing is inherited from what lies around it. */
  handedOut: 1,
  endAssignment: 2,
  /** The object only says that its registry knows nothing. */
  placeholder: 4,
  /** A national registry knows the user. */
  national: 8,
} as const

/** Two letters as bits above the others. */
export function packCountry(text: string | undefined): number {
  const country = text?.toUpperCase() ?? ''
  if (!/^[A-Z]{2}$/.test(country)) return 0
  return ((country.charCodeAt(0) << 8) | country.charCodeAt(1)) << 16
}

/** The two letters, or undefined. */
export function unpackCountry(flags: number): string | undefined {
  const packed = flags >>> 16
  return packed === 0 ? undefined : String.fromCharCode(packed >>> 8, packed & 0xff)
}
