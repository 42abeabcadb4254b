import type { Address } from '@redalert/core'
import type { Dialer } from '../src/network/dialer.ts'
import { guard } from '../src/network/guard.ts'
import { loopbackReach, type publicReach } from '../src/network/reach.ts'
import { usualLimits } from '../src/network/limits.ts'

/** A way out that ends at this machine: every name leads where the test says. */
export function loopbackDialer({
  ca = [],
  hosts = { 'rdap.example.org': ['127.0.0.1'] },
  reach = loopbackReach,
  sighted = () => false,
}: {
  readonly ca?: readonly string[]
  readonly hosts?: Readonly<Record<string, readonly string[]>>
  readonly reach?: typeof publicReach
  readonly sighted?: (address: Address) => boolean
}): Dialer & { readonly alarms: readonly string[] } {
  const alarms: string[] = []
  return {
    reach,
    ca,
    resolve: async host => hosts[host] ?? [],
    guard: guard({ sighted, hosts: Object.keys(hosts) }),
    alarm: reason => alarms.push(reason),
    alarms,
  }
}

/** Limits that a test need not wait for. */
export const shortLimits = { ...usualLimits, milliseconds: 1000 }
