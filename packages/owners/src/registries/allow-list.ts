import type { Server } from '../network/server.ts'
import type { Registry } from './registry.ts'

/** The registry to which an https address belongs, or undefined: any other host, port, scheme or user name is none. */
export function registryOfUrl(url: URL, registries: readonly Registry[]): Registry | undefined {
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined
  return registries.find(({ rdap }) => rdap !== undefined && new URL(rdap).host === url.host)
}

/** Where a registry's WHOIS is asked. */
export function whoisServer({ whois }: Registry): Server | undefined {
  if (whois === undefined) return undefined
  const [host = '', port = '43'] = whois.split(':')
  return { host: host.toLowerCase(), port: Number(port) }
}
