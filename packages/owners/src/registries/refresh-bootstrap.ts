import type { Dialer } from '../network/dialer.ts'
import { fetchJson } from '../network/fetch-json.ts'
import { type Limits, usualLimits } from '../network/limits.ts'
import { type BootstrapFile, readBootstrapFile } from './bootstrap.ts'

/** Where IANA publishes who answers for which addresses and numbers. */
export const ianaBootstrap = 'https://data.iana.org/rdap/'

/** The three lists, or why the old ones stay. */
export type Refreshed =
  | {
      readonly kind: 'lists'
      readonly ipv4: BootstrapFile
      readonly ipv6: BootstrapFile
      readonly asn: BootstrapFile
    }
  | { readonly kind: 'kept'; readonly reason: string }

/** Fetches the lists anew: once a day is enough. Only servers that are known already count in them. */
export async function refreshBootstrap(
  dialer: Dialer,
  {
    base = ianaBootstrap,
    limits = usualLimits,
    now,
  }: { base?: string; limits?: Limits; now: () => number },
): Promise<Refreshed> {
  const files: BootstrapFile[] = []
  for (const name of ['ipv4', 'ipv6', 'asn']) {
    const fetched = await fetchJson(new URL(`${name}.json`, base), dialer, { limits, now })
    if (fetched.kind !== 'json' || fetched.status !== 200)
      return {
        kind: 'kept',
        reason: `${base}${name}.json: ${'reason' in fetched ? fetched.reason : fetched.kind}`,
      }
    try {
      files.push(readBootstrapFile(fetched.value, `${base}${name}.json`))
    } catch (error) {
      return { kind: 'kept', reason: error instanceof Error ? error.message : String(error) }
    }
  }
  const [ipv4, ipv6, asn] = files
  if (!ipv4 || !ipv6 || !asn) return { kind: 'kept', reason: 'a list is missing' }
  return { kind: 'lists', ipv4, ipv6, asn }
}
