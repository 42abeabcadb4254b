import { type Address, parseAddress } from './address.ts'

/** The name of a host as a log with resolved names shows it, in lower case; it is reported, and never taken for an address. */
export type HostName = string & { readonly _: 'HostName' }

/** Who sent a request, as the log says: never "attacker", for its machine is a victim too. */
export type Source = Address | HostName

const longestName = 253

/** Reads the client field of a log line: an address, or a host name whose last label has a letter, so that no odd spelling of an address passes for a name. */
export function parseSource(text: string): Source | undefined {
  return parseAddress(text) ?? parseHostName(text)
}

function parseHostName(text: string): HostName | undefined {
  if (text.length === 0 || text.length > longestName || text.includes(':')) return undefined
  const labels = text.toLowerCase().split('.')
  if (!labels.every(label => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)))
    return undefined
  const last = labels.at(-1) ?? ''
  return /^[a-z]/.test(last) ? (labels.join('.') as HostName) : undefined
}

/** Whether a source is a name and not an address. */
export function isHostName(source: Source): source is HostName {
  return parseAddress(source) === undefined
}
