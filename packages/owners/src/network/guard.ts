import { type Address, contains, type Network } from '@redalert/core'

/**
 * Keeps us away from machines under treatment. What we ourselves depend on stands on a list that no log can turn the
 * guard against: it stays reachable, and somebody is told.
 */
export type Guard = {
  /** Whether a connection may be opened. The names of hosts that may be asked are ours, and so is what they resolve to. */
  readonly allows: (address: Address, host: string) => Verdict
  /** Remembers where one of our own hosts lies, before anybody can say that it is infected. */
  readonly learn: (host: string, addresses: readonly Address[]) => void
  /** Whose address this is when it is one of ours: `rdap.example.org`. */
  readonly ours: (address: Address) => string | undefined
}

export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'alarm'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** Who is under treatment, and what is ours. */
export type GuardParts = {
  readonly sighted?: (address: Address) => boolean
  /** Names of our own servers: registries, relay, resolvers, the mail servers of submitters. */
  readonly hosts: readonly string[]
  /** Networks of our own servers. */
  readonly networks?: readonly Network[]
}

/** The guard that stands in the one place where connections are opened. */
export function guard({ sighted = () => false, hosts, networks = [] }: GuardParts): Guard {
  const names = new Set(hosts.map(host => host.toLowerCase()))
  const known = new Map<Address, string>()
  const ours = (address: Address) =>
    known.get(address) ?? networks.find(network => contains(network, address))?.text
  return {
    ours,
    learn(host, addresses) {
      if (!names.has(host.toLowerCase())) return
      for (const address of addresses) known.set(address, host)
    },
    allows(address, host) {
      if (!sighted(address)) return { kind: 'go' }
      const name = ours(address)
      if (name === undefined)
        return {
          kind: 'refused',
          reason: `${address} (${host}) is under treatment: we never touch it`,
        }
      return {
        kind: 'alarm',
        reason: `${address} belongs to ${name}, on which we depend, and somebody reports it as infected`,
      }
    },
  }
}
