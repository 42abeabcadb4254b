import { type Address, parseNetwork } from '@redalert/core'
import { ownerFault } from '../fault.ts'
import { growingRanges } from '../ranges/growing-ranges.ts'
import { type Range, rangeOf } from '../ranges/range.ts'
import snapshot from './bootstrap.json' with { type: 'json' }
import type { Registry } from './registry.ts'

/** A list of who answers for which addresses, as RFC 9224 has it. */
export type BootstrapFile = {
  readonly publication: string
  readonly services: readonly (readonly [names: readonly string[], urls: readonly string[]])[]
}

/** Whom to ask about an address, and about the number of a network. */
export type Bootstrap = {
  /** When its authors published it. */
  readonly publication: string
  readonly registryOf: (address: Address) => string | undefined
  readonly registryOfAsn: (asn: number) => string | undefined
}

/** The list that comes with redalert, made from IANA's address registries. */
export const shippedBootstrap: {
  readonly ipv4: BootstrapFile
  readonly ipv6: BootstrapFile
} = snapshot as never

/**
 * Makes the list ready to be asked. Only servers of known registries count: a list from outside can send us to no
 * other.
 */
export function bootstrap(
  { ipv4, ipv6, asn }: { ipv4: BootstrapFile; ipv6: BootstrapFile; asn?: BootstrapFile },
  registries: readonly Registry[],
): Bootstrap {
  const ranges = growingRanges([...served(ipv4, registries), ...served(ipv6, registries)])
  const numbers = asn ? servedAsns(asn, registries) : []
  return {
    publication: ipv4.publication,
    registryOf: address => ranges.covering(address)[0]?.registry,
    registryOfAsn: number =>
      numbers.find(({ first, last }) => number >= first && number <= last)?.registry,
  }
}

/** Reads a list as IANA publishes it; one that lost its form or its entries is refused. */
export function readBootstrapFile(value: unknown, name: string): BootstrapFile {
  const file = value as Partial<BootstrapFile> | null
  const services = file?.services
  const whole =
    typeof file?.publication === 'string' &&
    Array.isArray(services) &&
    services.length >= 5 &&
    services.every(isService)
  if (!whole)
    throw ownerFault('bad-bootstrap', `${name} is no list of registries: the old one stays`)
  return file as BootstrapFile
}

function isService(service: unknown): boolean {
  return (
    Array.isArray(service) &&
    service.length === 2 &&
    service.every(
      part => Array.isArray(part) && part.every(one => typeof one === 'string' && one.length < 256),
    )
  )
}

type Served = { readonly range: Range; readonly registry: string }

function served({ services }: BootstrapFile, registries: readonly Registry[]): Served[] {
  return services.flatMap(([names, urls]) => {
    const registry = serverOf(urls, registries)
    if (registry === undefined) return []
    return names.flatMap(text => {
      const network = parseNetwork(text)
      const range = network && rangeOf(network)
      return range ? [{ range, registry }] : []
    })
  })
}

function servedAsns(
  { services }: BootstrapFile,
  registries: readonly Registry[],
): { readonly first: number; readonly last: number; readonly registry: string }[] {
  return services.flatMap(([names, urls]) => {
    const registry = serverOf(urls, registries)
    if (registry === undefined) return []
    return names.map(text => {
      const [first = '', last = first] = text.split('-')
      return { first: Number(first), last: Number(last), registry }
    })
  })
}

function serverOf(urls: readonly string[], registries: readonly Registry[]): string | undefined {
  for (const url of urls) {
    const host = URL.canParse(url) ? new URL(url).hostname : undefined
    const known = registries.find(({ rdap }) => rdap && new URL(rdap).hostname === host)
    if (known) return known.name
  }
  return undefined
}
