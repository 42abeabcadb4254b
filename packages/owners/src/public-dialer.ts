import type { Address } from '@redalert/core'
import type { Dialer } from './network/dialer.ts'
import { guard } from './network/guard.ts'
import { learnHosts } from './network/learn-hosts.ts'
import { publicReach } from './network/reach.ts'
import { systemResolver } from './network/resolver.ts'
import { registryHosts } from './registries/registry-hosts.ts'
import { registries } from './registries/registries.ts'

/** What asks the real registries: to their hosts alone, and never to a machine that was sighted. `alarm` is told what an operator must see. */
export async function publicDialer(
  sighted: (address: Address) => boolean,
  alarm: (reason: string) => void,
): Promise<Dialer> {
  const hosts = registryHosts(registries)
  const parts = { resolve: systemResolver, guard: guard({ hosts, sighted }) }
  await learnHosts(parts, hosts)
  return { ...parts, reach: publicReach, alarm }
}
