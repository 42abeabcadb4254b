import type { Address } from '@redalert/core'
import type { Found } from '../model/found.ts'
import type { Override } from '../override/override.ts'
import { growingRanges } from '../ranges/growing-ranges.ts'
import { rangeText } from '../ranges/range.ts'
import type { OwnerSource } from './owner-source.ts'

/** What the operator himself says; the narrowest of his ranges counts. */
export function overrideSource(overrides: Iterable<Override>): OwnerSource {
  const ranges = growingRanges(overrides)
  return {
    name: 'override',
    plan: () => ({ kind: 'here' }),
    find: async ({ address }) => foundOf(ranges.covering(address)[0], address),
  }
}

function foundOf(override: Override | undefined, address: Address): Found {
  if (!override) return { kind: 'nothing', reason: 'the operator says nothing of it' }
  const { range, contact, stop, reason, language, format, intervalHours, addresses } = override
  if (stop)
    return {
      kind: 'stop',
      as: 'never',
      reason: reason ?? 'the operator wants its owner left alone',
    }
  if (contact === undefined) return { kind: 'nothing', reason: 'the operator names nobody for it' }
  return {
    kind: 'holding',
    certainty: 'certain',
    preferences: {
      ...(language && { language }),
      ...(format && { format }),
      ...(intervalHours && { intervalHours }),
      ...(addresses && { addresses }),
    },
    holding: {
      range,
      source: 'override',
      registry: 'operator',
      clues: [
        {
          mailbox: contact,
          source: 'override',
          roles: [],
          path: `${rangeText(range)} > ${reason ?? 'the operator'}`,
        },
      ],
      asked: [address],
      whole: true,
      settled: true,
    },
  }
}
