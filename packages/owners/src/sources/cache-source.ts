import type { RangeCache } from '../cache/range-cache.ts'
import type { OwnerSource } from './owner-source.ts'

/** What was asked before, with how far it may be believed. */
export function cacheSource(cache: RangeCache): OwnerSource {
  return {
    name: 'cache',
    plan: () => ({ kind: 'here' }),
    async find({ address }) {
      const cached = cache.find(address)
      const miss = cache.miss(address)
      if (cached) {
        const { holding, stale } = cached
        // It was asked for, in vain: another question would tell no more.
        const isAsked = cached.certainty === 'guess' && miss !== undefined
        const certainty = isAsked ? 'provisional' : cached.certainty
        return { kind: 'holding', holding, certainty, ...(stale && { stale }) }
      }
      return miss === undefined
        ? { kind: 'nothing', reason: 'it was not asked for before' }
        : { kind: 'nothing', reason: miss, asked: true }
    },
  }
}
