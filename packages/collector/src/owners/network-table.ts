import { openBulk } from '@redalert/owners'
import type { NetworkTable } from '../trust/network-table.ts'
import { ownersFolder } from './owner-parts.ts'

/** Which network announces an address, as the data says that the operator loaded; without any nobody knows. */
export function networkTable(folder: string): NetworkTable {
  const { asns } = openBulk(ownersFolder(folder))
  return address => {
    const origin = asns?.find(address)
    return origin && { as: origin.asn }
  }
}
