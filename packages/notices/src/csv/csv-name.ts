import type { Notice } from '../notice/notice.ts'

/** The name of the table's file, made as Shadowserver names theirs, so that the same programs pick it up. */
export function csvName({ at, hosts }: Notice): string {
  const systems = new Set(hosts.map(({ asn }) => asn))
  const [asn] = systems
  const whose = systems.size === 1 && asn !== undefined ? `-as${asn}` : ''
  return `${at.slice(0, 10)}-event4_honeypot_http_scan-redalert${whose}.csv`
}
