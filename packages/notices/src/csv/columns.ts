import type { Facts } from './facts.ts'

/**
 * The columns, in order: those that all `event4_*` reports of Shadowserver begin with, four of its
 * `event4_honeypot_http_scan`, and ours. What we do not know, or do not tell of our witnesses, stays empty.
 */
export const columns: Readonly<Record<string, ((facts: Facts) => string) | undefined>> = {
  timestamp: ({ at }) => plainTime(at),
  protocol: () => 'tcp',
  src_ip: ({ host }) => host.source,
  src_port: ({ port }) => port,
  src_asn: ({ host }) => (host.asn === undefined ? '' : String(host.asn)),
  src_geo: ({ host }) => host.country ?? '',
  src_region: undefined,
  src_city: undefined,
  src_hostname: undefined,
  src_naics: undefined,
  src_sector: undefined,
  device_vendor: undefined,
  device_type: undefined,
  device_model: undefined,
  severity: ({ host }) => (host.voice === 'states' ? 'critical' : 'high'),
  dst_ip: undefined,
  dst_port: undefined,
  dst_asn: undefined,
  dst_geo: undefined,
  dst_region: undefined,
  dst_city: undefined,
  dst_hostname: undefined,
  dst_naics: undefined,
  dst_sector: undefined,
  public_source: ({ reportedBy }) => reportedBy,
  infection: ({ host }) => host.family.id,
  family: ({ host }) => host.family.id,
  tag: ({ host }) => (host.voice === 'states' ? 'infected' : 'suspected'),
  application: () => 'http',
  version: undefined,
  event_id: ({ host }) => host.report,
  pattern: ({ host }) => host.family.hole.id,
  http_url: ({ url }) => url,
  http_agent: ({ agent }) => agent,
  http_request_method: ({ method }) => method,
  count: ({ host }) => String(host.requests.count),
  count_estimated: ({ host }) => (host.requests.exact ? 'no' : 'yes'),
  reporters: ({ host }) => String(host.reporters),
  first_seen: ({ host }) => plainTime(host.first.at),
  last_seen: ({ host }) => plainTime(host.last.at),
}

/** As Shadowserver writes UTC: `2001-08-04 14:08:55`. */
function plainTime(at: string): string {
  return at.replace('T', ' ').replace('Z', '')
}
