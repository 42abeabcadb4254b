import type { Instant } from '@redalert/core'

/** An XARF 4 report (xarf.org) as far as we write it. */
export type XarfReport = {
  readonly xarf_version: string
  readonly report_id: string
  /** When it happened. */
  readonly timestamp: Instant
  readonly reporter: XarfParty
  readonly sender: XarfParty
  readonly source_identifier: string
  readonly source_port?: number
  readonly evidence_source: string
  readonly description: string
  readonly first_seen: Instant
  readonly last_seen: Instant
  readonly evidence?: readonly XarfEvidence[]
  readonly tags: readonly string[]
} & XarfType

export type XarfParty = { readonly org: string; readonly contact: string; readonly domain: string }

export type XarfEvidence = {
  readonly content_type: string
  readonly description: string
  readonly payload: string
  readonly hash: string
  readonly size: number
}

/** What kind of abuse, and what only that kind has. */
export type XarfType =
  | {
      readonly category: 'infrastructure'
      readonly type: 'botnet'
      readonly malware_family: string
      readonly compromise_evidence: string
    }
  | {
      readonly category: 'infrastructure'
      readonly type: 'compromised_server'
      readonly malware_family: string
      readonly compromise_method: string
    }
  | {
      readonly category: 'connection'
      readonly type: 'vulnerability_scan'
      readonly scan_type: 'web_vuln_scan'
      readonly protocol: 'tcp'
      readonly total_requests: number
      readonly vulnerabilities_probed: readonly string[]
    }
