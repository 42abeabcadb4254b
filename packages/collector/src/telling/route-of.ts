import {
  type Answerable,
  type Candidate,
  type CertTable,
  enough,
  type Owner,
} from '@redalert/owners'
import type { Party, Route } from '../policy/route.ts'

/** The way to whoever answers for an address; undefined while nobody knows it, or when it is never told. */
export function routeOf(
  owner: Owner,
  teams: CertTable,
  aboveOf: (owner: Answerable) => Candidate | undefined = () => undefined,
): Route | undefined {
  switch (owner.kind) {
    case 'owner':
      return routeTo(owner, teams, aboveOf(owner))
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

function routeTo(owner: Answerable, teams: CertTable, above: Candidate | undefined): Route {
  const { candidates, country = null, registry, handle, asns, handling, preferences } = owner
  const organisation = handle === undefined ? null : `${registry} ${handle}`
  const interval = preferences?.intervalHours
  const level = owner.contact.climbed ?? 0
  return {
    country,
    asn: asns?.[0] ?? null,
    // Whoever has fewer points is shown to people, and never written to; whoever stands in a wider network is above.
    owner: candidates
      .filter(({ score, climbed = 0 }) => score >= enough && climbed <= level)
      .map(({ mailbox }) => ({
        mailbox,
        organisation,
        country,
        ...(interval !== undefined && { intervalHours: interval }),
      })),
    above: above ? { mailbox: above.mailbox, organisation: null, country } : null,
    team: teamOf(owner.country, teams) ?? null,
    ...(handling && { hold: handling.reason }),
    ...(owner.provisional && { hold: 'a narrower network may lie around the address' }),
  }
}

function teamOf(country: string | undefined, teams: CertTable): Party | undefined {
  const team = country === undefined ? undefined : teams.get(country)
  if (!team) return undefined
  const { mailbox, language, format } = team
  return {
    mailbox,
    organisation: null,
    country: country ?? null,
    ...(language !== undefined && { language }),
    ...(format !== undefined && { format }),
  }
}
