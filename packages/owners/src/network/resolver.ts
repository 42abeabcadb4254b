import dns from 'node:dns'

/** Looks names up as the operating system does. */
export async function systemResolver(host: string): Promise<readonly string[]> {
  const found = await dns.promises.lookup(host, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

/** Looks names up at name servers of one's own choice, `192.0.2.53` or `192.0.2.53:5353`. */
export function resolverAt(
  servers: readonly string[],
): (host: string) => Promise<readonly string[]> {
  const resolver = new dns.promises.Resolver({ timeout: 2000, tries: 2 })
  resolver.setServers(servers)
  return async host => {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const addresses = answers.flatMap(answer => (answer.status === 'fulfilled' ? answer.value : []))
    const failed = answers.find(answer => answer.status === 'rejected')
    if (addresses.length === 0 && failed) throw failed.reason
    return addresses
  }
}
