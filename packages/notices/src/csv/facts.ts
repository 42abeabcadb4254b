import { readEvidence } from '@redalert/core'
import type { NoticedHost } from '../notice/host.ts'
import type { Notice } from '../notice/notice.ts'
import { organisationOf } from '../notice/organisation-of.ts'
import { proofOf } from '../notice/proof-of.ts'
import { harmless } from '../safe/harmless-evidence.ts'

/** What a row of the table tells. */
export type Facts = {
  readonly host: NoticedHost
  readonly at: string
  readonly port: string
  readonly method: string
  readonly url: string
  readonly agent: string
  readonly reportedBy: string
}

/** Reads from a machine and its evidence what a row tells. */
export function factsOf(host: NoticedHost, { sender }: Notice, literals: readonly string[]): Facts {
  const { at, port } = proofOf(host)
  const entry = host.evidence && readEvidence(host.evidence.text)?.entry
  return {
    host,
    at,
    port: port === undefined ? '' : String(port),
    method: harmless(entry?.method ?? '', literals),
    url: harmless(entry?.target ?? '', literals),
    agent: harmless(entry?.userAgent ?? '', literals),
    reportedBy: organisationOf(sender),
  }
}
