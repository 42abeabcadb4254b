import manifest from '../../package.json' with { type: 'json' }
import { mailDate } from '../safe/mail-date.ts'
import type { XarfReport } from './report.ts'

/** The fields by which programs know a mail as a report (RFC 5965 as XARF uses it), below the letter and above the report itself. */
export function feedbackReport(report: XarfReport): string {
  const incidents = 'total_requests' in report ? report.total_requests : undefined
  const fields = [
    ['Feedback-Type', 'xarf'],
    ['User-Agent', `redalert/${manifest.version}`],
    ['Version', '1'],
    ['Source-IP', report.source_identifier],
    ['Source-Port', report.source_port],
    ['Arrival-Date', mailDate(report.timestamp)],
    ['Incidents', incidents],
  ] as const
  const written = fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\r\n`)
  return written.join('')
}
