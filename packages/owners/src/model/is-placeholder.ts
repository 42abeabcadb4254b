import type { Untrusted } from '@redalert/core'

const names = [
  'NON-RIPE-NCC-MANAGED',
  'IANA-',
  'IANA BLK',
  'ERX-NETBLOCK',
  'EU-ZZ-',
  'APNIC-ERX',
  'APNIC-AP-ERX',
  'AFRINIC-NET-TRANSFERRED',
  'NOT-MANAGED-BY',
  'VARIOUS-REGISTRIES',
  'STUB-',
  'LACNIC-ERX',
]

/** Whether an object only says that its registry knows nothing of the range; whoever is named in it is no owner. */
export function isPlaceholder(name: Untrusted | undefined, statuses: readonly string[]): boolean {
  const upper = name?.toUpperCase() ?? ''
  return names.some(one => upper.startsWith(one)) || statuses.includes('administrative')
}
