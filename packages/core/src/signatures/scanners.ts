import list from './scanners.json' with { type: 'json' }

/** Somebody who looks at other people's machines and says so, and the page where they say it. */
type Known = { readonly who: string; readonly about: string }

/**
 * Commercial and research scanners: by a piece of the agent in lower case, and by the end of the host's name where a log
 * holds names. `callbacks` are hosts that a scanner's requests name to be called by whoever is open; what they hand out is
 * nothing. Addresses are for the operator to say.
 */
export const scanners: {
  readonly agents: readonly (Known & { readonly contains: string })[]
  readonly names: readonly (Known & { readonly endsWith: string })[]
  readonly callbacks: readonly (Known & { readonly endsWith: string })[]
} = list
