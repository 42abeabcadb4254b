import { whoisServer } from './allow-list.ts'
import { ianaBootstrap } from './refresh-bootstrap.ts'
import type { Registry } from './registry.ts'

/** The names of all servers that are asked: a guard must know them as our own before anybody can accuse them. */
export function registryHosts(registries: readonly Registry[]): readonly string[] {
  const rdap = registries.flatMap(registry =>
    registry.rdap ? [new URL(registry.rdap).hostname] : [],
  )
  const whois = registries.flatMap(registry => whoisServer(registry)?.host ?? [])
  return [...new Set([...rdap, ...whois, new URL(ianaBootstrap).hostname])]
}
