import { createHash } from 'node:crypto'
import type { Evidence } from '@redalert/core'
import { en } from '../languages/en.ts'
import { toldOf } from '../languages/told-of.ts'
import type { NoticedHost } from '../notice/host.ts'
import type { Notice } from '../notice/notice.ts'
import { proofOf } from '../notice/proof-of.ts'
import { mailText } from '../safe/mail-text.ts'
import { partyOf } from './party.ts'
import type { XarfReport } from './report.ts'
import { tagsOf } from './tags.ts'
import { typeOf } from './type-of.ts'

const version = '4.2.0'
const longestDescription = 1000
/** More than any line of a log has; XARF allows 5 MB. */
const longestEvidence = 100_000

/** Writes one machine of a notice as an XARF report: the evidence is in it byte for byte, in base64 alone. */
export function writeXarf(host: NoticedHost, notice: Notice): XarfReport {
  const { at, port } = proofOf(host)
  const party = partyOf(notice.sender)
  return {
    xarf_version: version,
    report_id: host.report,
    timestamp: at,
    reporter: party,
    sender: party,
    source_identifier: host.source,
    ...(port !== undefined && { source_port: port }),
    ...typeOf(host),
    evidence_source: 'web_server_logs',
    description: descriptionOf(host, notice),
    first_seen: host.first.at,
    last_seen: host.last.at,
    ...(host.evidence && { evidence: [evidenceOf(host.evidence)] }),
    tags: tagsOf(host, notice),
  }
}

function descriptionOf(host: NoticedHost, notice: Notice): string {
  const seen = en.seen[host.voice](toldOf([host], notice))
  const said = mailText(`${seen} ${en.cleaning.proof(mailText(host.reason))}`)
  return Array.from(said).slice(0, longestDescription).join('')
}

function evidenceOf({ at, text }: Evidence) {
  const whole = Buffer.from(text, /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf8')
  const bytes = whole.subarray(0, longestEvidence)
  return {
    content_type: 'text/plain',
    description: `A line of a web server's log, of ${at}; what is not about this request is left out.`,
    payload: bytes.toString('base64'),
    hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    size: bytes.length,
  }
}
