import { type Answerable, type CertTable, enough, type Owner } from '@redalert/owners'
import type { Route } from '../policy/route.ts'

/** The way to whoever answers for an address; undefined while nobody knows it, or when it is never told. */
export function routeOf(owner: Owner, teams: CertTable): Route | undefined {
  switch (owner.kind) {
    case 'owner':
      return routeTo(owner, teams)
    case 'unroutable': {
      const team = teamOf(owner.country, teams)
      if (!team) return undefined
      return { country: owner.country ?? null, asn: null, owner: [], above: null, team }
    }
    case 'never':
    case 'alarm':
    case 'queued':
      return undefined
  }
}

function routeTo(owner: Answerable, teams: CertTable): Route {
  const { candidates, country = null, registry, handle, asns, handling, preferences } = owner
  const organisation = handle === undefined ? null : `${registry} ${handle}`
  const interval = preferences?.intervalHours
  return {
    country,
    asn: asns?.[0] ?? null,
    // Whoever has fewer points is shown to people, and never written to.
    owner: candidates
      .filter(({ score }) => score >= enough)
      .map(({ mailbox }) => ({
        mailbox,
        organisation,
        country,
        ...(interval !== undefined && { intervalHours: interval }),
      })),
    above: null,
    team: teamOf(owner.country, teams) ?? null,
    ...(handling && { hold: handling.reason }),
    ...(owner.provisional && { hold: 'a narrower network may lie around the address' }),
  }
}

function teamOf(country: string | undefined, teams: CertTable) {
  const team = country === undefined ? undefined : teams.get(country)
  return team && { mailbox: team.mailbox, organisation: null, country: country ?? null }
}
