import type { Delegations } from '../bulk/delegated.ts'
import type { CertTable } from '../cert/cert-table.ts'
import type { OwnerSource } from './owner-source.ts'

/**
 * The team of the country, as the operator's table names it: the last rung. The country is what a registry says;
 * without one, nobody is told.
 */
export function certSource(table: CertTable, delegations?: Pick<Delegations, 'find'>): OwnerSource {
  return {
    name: 'cert',
    plan: () => ({ kind: 'here' }),
    async find({ address, known }) {
      const country = known?.country ?? delegations?.find(address)?.country
      const team = country === undefined ? undefined : table.get(country)
      if (!country || !team)
        return {
          kind: 'nothing',
          reason: country ? `no team is listed for ${country}` : 'its country is not known',
        }
      const { mailbox, name, language, format } = team
      return {
        kind: 'holding',
        certainty: 'certain',
        preferences: { ...(language && { language }), ...(format && { format }) },
        holding: {
          ...(known ?? {
            range: { start: address, end: address },
            registry: 'operator',
            asked: [address],
            whole: true,
            settled: true,
          }),
          country,
          source: 'cert',
          clues: [{ mailbox, source: 'cert', roles: [], path: `country ${country} > ${name}` }],
        },
      }
    },
  }
}
