import { openBulk } from '@redalert/owners'
import type { NetworkTable } from '../trust/network-table.ts'
import { ownersFolder } from './owner-parts.ts'

/**
 * Which network announces an address, and who holds it, as the data says that the operator loaded; without any nobody
 * knows. The holder is the organisation that a registry's dump names for the narrowest network, by its name.
 */
export function networkTable(folder: string): NetworkTable {
  const { asns, find } = openBulk(ownersFolder(folder))
  return address => {
    const found = find(address)
    const holding = found.kind === 'holding' ? found.holding : undefined
    const as = asns?.find(address)?.asn ?? holding?.asns?.[0]
    const registrant = holding?.name?.trim().toLowerCase()
    if (as === undefined && !registrant) return undefined
    return { ...(as !== undefined && { as }), ...(registrant && { registrant }) }
  }
}
