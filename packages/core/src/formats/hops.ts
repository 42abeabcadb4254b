import { type Address, parseAddress } from '../model/address.ts'
import { contains, type Network } from '../model/network.ts'
import { isHostName, type Source } from '../model/source.ts'
import { splitClient } from './client.ts'

/** Which header names the client, and which proxies' word is taken for it. */
export type ClientFrom = { readonly header: string; readonly trusted: readonly Network[] }

/**
 * The client that a chain of trusted proxies names, `X-Forwarded-For` or RFC 7239's `Forwarded`: from the right, the
 * first that is no trusted proxy itself; undefined when the line was not written for one, or the chain breaks off.
 */
export function clientBehind(
  logged: Source,
  header: string | undefined,
  { trusted }: ClientFrom,
): Address | undefined {
  if (header === undefined || !isTrusted(logged, trusted)) return undefined
  for (const hop of header.split(',').toReversed()) {
    const address = parseAddress(splitClient(nodeOf(hop.trim())).source)
    if (!address) return undefined
    if (!isTrusted(address, trusted)) return address
  }
  return undefined
}

/** `for="[2001:db8::7]:4711";proto=https` names its node behind `for=`. */
function nodeOf(hop: string): string {
  const pair = hop.split(';').find(part => part.trim().toLowerCase().startsWith('for='))
  return pair === undefined ? hop : pair.trim().slice('for='.length).replaceAll('"', '')
}

function isTrusted(source: Source, proxies: readonly Network[]): boolean {
  return !isHostName(source) && proxies.some(network => contains(network, source))
}
