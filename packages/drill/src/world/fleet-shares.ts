import type { Fleet } from './fleet.ts'

/** How a fleet is spread: the share of all that has a key, free mail, other mail; and the largest parties. */
export type FleetShares = {
  readonly keys: number
  readonly freeMail: number
  readonly otherMail: number
  readonly largest: readonly { readonly name: string; readonly share: number }[]
}

/** Counts in whose hands the submitters of a fleet are. */
export function fleetShares({ submitters, table, freeMailDomains }: Fleet): FleetShares {
  const places = submitters.map(({ kind, name, sentFrom: [address] }) => {
    const domain = name.slice(name.lastIndexOf('@') + 1)
    if (kind === 'mail' && freeMailDomains.has(domain)) return { sort: 'freeMail', name: domain }
    const as = address === undefined ? undefined : table(address)?.as
    return { sort: kind === 'mail' ? 'otherMail' : 'keys', name: `AS${as}` }
  })
  const shareOf = (count: number) => count / submitters.length
  const ofSort = (wanted: string) => shareOf(places.filter(({ sort }) => sort === wanted).length)
  const largest = [...Map.groupBy(places, ({ name }) => name)]
    .map(([name, those]) => ({ name, share: shareOf(those.length) }))
    .toSorted((one, other) => other.share - one.share)
    .slice(0, 4)
  return {
    keys: ofSort('keys'),
    freeMail: ofSort('freeMail'),
    otherMail: ofSort('otherMail'),
    largest,
  }
}
