import { promises as dns } from 'node:dns'
import type { DNSResolver } from 'mailauth'

/** Asks the resolvers of this machine, or those that are named. */
export function dnsResolver(servers: readonly string[]): DNSResolver {
  const resolver = new dns.Resolver({ timeout: 3000, tries: 2 })
  if (servers.length > 0) resolver.setServers(servers)
  return (async (domain: string, type: string) =>
    await resolver.resolve(domain, type)) as DNSResolver
}
