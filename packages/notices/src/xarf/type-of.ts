import type { NoticedHost } from '../notice/host.ts'
import { mailText } from '../safe/mail-text.ts'
import { shorten } from '../safe/shorten.ts'
import type { XarfType } from './report.ts'

/**
 * The type of a report. A machine of which we state that it is infected is one of a botnet, for every worm and bot is
 * one; where only its handing out a program that others use too shows it, it is a compromised server. Of one about which
 * we ask, only what it did is reported.
 */
export function typeOf({ family, voice, reason, requests }: NoticedHost): XarfType {
  const { hole } = family
  if (voice === 'asks') {
    return {
      category: 'connection',
      type: 'vulnerability_scan',
      scan_type: 'web_vuln_scan',
      protocol: 'tcp',
      total_requests: Math.max(1, requests.count),
      vulnerabilities_probed: [hole.id, ...(hole.also ?? [])],
    }
  }
  const malware = mailText(family.name).slice(0, 200)
  if (family.class === 'scanner') {
    return {
      category: 'infrastructure',
      type: 'compromised_server',
      malware_family: malware,
      compromise_method: `${mailText(hole.id)}: ${mailText(hole.name)}`,
    }
  }
  return {
    category: 'infrastructure',
    type: 'botnet',
    malware_family: malware,
    compromise_evidence: shorten(mailText(reason), 1000),
  }
}
