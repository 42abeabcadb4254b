import type { Bulk } from '../bulk/open-bulk.ts'
import type { OwnerSource } from './owner-source.ts'

/** The dumps that the operator has loaded: no question, no limit, and narrower networks are known. */
export function bulkSource(bulk: Pick<Bulk, 'find'>): OwnerSource {
  return {
    name: 'bulk',
    plan: () => ({ kind: 'here' }),
    find: async ({ address }) => bulk.find(address),
  }
}
