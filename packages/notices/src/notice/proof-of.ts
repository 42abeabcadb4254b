import type { NoticedHost, Seen } from './host.ts'
import { portOf } from './port-of.ts'

/** The moment to go by: that of the request which is shown, so that time, port and evidence belong together. */
export function proofOf({ evidence, last }: NoticedHost): Seen {
  if (!evidence) return last
  const port = portOf(evidence)
  return port === undefined ? { at: evidence.at } : { at: evidence.at, port }
}
