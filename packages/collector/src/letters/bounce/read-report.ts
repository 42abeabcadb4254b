import type { HeardKind } from '../answer/heard.ts'
import type { Failure } from './failure.ts'
import { inAll } from './in-all.ts'
import { kindOf } from './kind-of.ts'
import { plainReason } from './plain-reason.ts'
import { type ReportFields, reportFields } from './report-fields.ts'
import { statusCode } from './status-code.ts'
import { tellingLines } from './telling-lines.ts'

/** What a delivery report (RFC 3464) says; `text` is what people read beside it. Undefined when it is none. */
export function readReport(report: string, text: string): HeardKind | undefined {
  const recipients = reportFields(report).filter(isRecipient)
  if (recipients.length === 0) return undefined
  const failures: Failure[] = []
  let isDelivered = false
  for (const fields of recipients) {
    const action = actionOf(fields)
    if (action === 'failed')
      failures.push(failureOf(fields, recipients.length === 1 ? text : linesAbout(fields, text)))
    if (action === 'delivered') isDelivered = true
  }
  const [first, ...more] = failures
  if (first) return inAll([first, ...more], isDelivered)
  return { kind: isDelivered ? 'delivered' : 'delayed' }
}

function isRecipient(fields: ReportFields): boolean {
  return (
    fields.has('final-recipient') ||
    (fields.has('original-recipient') && (fields.has('status') || fields.has('action')))
  )
}

/** A word that RFC 3464 does not know tells nothing: then the status does. */
function actionOf(fields: ReportFields): 'failed' | 'delayed' | 'delivered' {
  const action = (fields.get('action') ?? '').toLowerCase()
  if (action.startsWith('fail')) return 'failed'
  if (action.startsWith('delay')) return 'delayed'
  if (['delivered', 'relayed', 'expanded'].some(word => action.startsWith(word))) return 'delivered'
  return statusCode(fields.get('status') ?? '')?.startsWith('2') ? 'delivered' : 'failed'
}

/**
 * Exim reports 5.0.0 for a 452 4.2.2, and Exchange writes its own codes around what the other server said: the code in
 * the diagnosis says more than the status.
 */
function failureOf(fields: ReportFields, text: string): Failure {
  const said = withoutType(fields.get('diagnostic-code') ?? '')
  const saidStatus = fields.get('status') ?? ''
  const beside = said === '' ? (tellingLines(text) ?? '') : ''
  const codes = [statusCode(said), statusCode(saidStatus), statusCode(beside)].filter(
    code => code !== undefined,
  )
  const status = codes.find(code => !code.endsWith('.0.0')) ?? codes[0]
  const words = said === '' ? `${saidStatus} ${text.slice(0, 2000)}` : `${said} ${saidStatus}`
  const isWordless = !/[a-z]{2}/i.test(saidStatus)
  return {
    how: kindOf(status, words),
    recipient: recipientOf(fields),
    status,
    reason: plainReason(said || (isWordless ? tellingLines(text) : saidStatus) || saidStatus),
  }
}

/** What the text says of one recipient among several. */
function linesAbout(fields: ReportFields, text: string): string {
  const recipient = recipientOf(fields) ?? ''
  if (!recipient.includes('@')) return ''
  return text
    .split('\n', 200)
    .filter(line => line.includes(recipient))
    .join('\n')
}

function recipientOf(fields: ReportFields): string | undefined {
  const original = withoutType(fields.get('original-recipient') ?? '')
  const recipient = original.includes('@')
    ? original
    : withoutType(fields.get('final-recipient') ?? '')
  return recipient === '' ? undefined : plainReason(recipient.replaceAll(/[<>]/g, ''))
}

/** `smtp; 550 …`, `rfc822; owner@example.org` */
function withoutType(value: string): string {
  const semicolon = value.indexOf(';')
  const isType = semicolon !== -1 && /^[a-z0-9-]{1,20}\s{0,4}$/i.test(value.slice(0, semicolon))
  return (isType ? value.slice(semicolon + 1) : value).trim()
}
