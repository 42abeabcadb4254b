import type { Grade } from '../model/sighting.ts'
import { carriesPayload } from './carries-payload.ts'
import type { Signature } from './signature.ts'

/**
 * The most that a log can ever show of a sender by this family: `infected` where its worm stands in the request whole, or
 * where the request names the place to fetch from, which may be the sender itself.
 */
export function surest({ marks, proves }: Signature): Grade {
  if (Object.values(marks).some(carriesPayload)) return 'infected'
  return proves[0]?.grade ?? 'probe'
}
