import { type Instant, instantOfSeconds } from '@redalert/core'
import {
  type Standing,
  standingsFrom,
  type ToldHost,
  type TrustPolicy,
} from '@redalert/collector/trust'
import type { World, WorldHost } from '../world/world.ts'

/** What a collector knows at a moment. */
export type Look = {
  readonly at: number
  /** Each host as far as it was told, beside the host that it is. */
  readonly told: readonly { readonly host: WorldHost; readonly known: ToldHost }[]
  readonly standings: ReadonlyMap<string, Standing>
}

/** What a collector knows of a world every so many hours, as the reports reach it. */
export function* looks(
  { hosts, fleet: { submitters, table }, start, end }: World,
  policy: TrustPolicy,
  everyHours: number,
): Generator<Look, void> {
  for (let at = start + everyHours * 3600; at <= end; at += everyHours * 3600) {
    const told = hosts.flatMap(host => {
      const known = knownAt(host, at)
      return known ? [{ host, known }] : []
    })
    const grounds = {
      submitters,
      told: told.map(({ known }) => known),
      past: [],
      table,
      now: instantOfSeconds(at) as Instant,
    }
    yield { at, told, standings: standingsFrom(grounds, policy) }
  }
}

function knownAt(host: WorldHost, at: number): ToldHost | undefined {
  const { reports } = host
  if ((reports.at(-1)?.told ?? 0) <= at) return host
  const known = reports.filter(({ told }) => told <= at)
  return known.length === 0 ? undefined : { ...host, reports: known }
}
