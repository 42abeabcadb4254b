import type { Address } from '@redalert/core'
import type { Found } from '../model/found.ts'
import type { Dialer } from '../network/dialer.ts'
import { fetchWhois } from '../network/fetch-whois.ts'
import { whoisServer } from '../registries/allow-list.ts'
import type { Registry } from '../registries/registry.ts'
import { readArin, readArinList } from './read-arin.ts'
import { readKrnic } from './read-krnic.ts'
import { readRpsl } from './read-rpsl.ts'

/** What is needed to ask. */
export type WhoisParts = { readonly dialer: Dialer; readonly milliseconds: number }

const readers = { rpsl: readRpsl, arin: readArin, krnic: readKrnic }

/** Asks a registry in WHOIS about an address. What an answer itself says of where else to ask is only words. */
export async function askWhois(
  asked: Address,
  registry: Registry,
  { dialer, milliseconds, signal }: WhoisParts & { readonly signal?: AbortSignal },
): Promise<Found> {
  const server = whoisServer(registry)
  if (!server) return { kind: 'nothing', reason: `${registry.name} is not asked in WHOIS` }
  const ask = (query: string) =>
    fetchWhois(server, query, { dialer, milliseconds, ...(signal && { signal }) })
  const query = (registry.whoisQuery ?? 'ADDRESS').replace('ADDRESS', asked)
  const read = readers[registry.whoisForm ?? 'rpsl']
  const first = await ask(query)
  if (first.kind !== 'text') return { kind: 'failed', reason: first.reason }
  const handle = registry.whoisForm === 'arin' ? readArinList(first.text, asked) : undefined
  const found = read(first.text, { asked, registry: registry.name })
  if (found.kind === 'holding' || handle === undefined) return found
  // A list in place of an answer: its narrowest network is asked for by name, once.
  const second = await ask(`n + ! ${handle}`)
  if (second.kind !== 'text') return { kind: 'failed', reason: second.reason }
  return read(second.text, { asked, registry: registry.name })
}
