import type { HeardKind } from '../answer/heard.ts'
import { bounceSubjects, bounceTexts, copyMarkers } from './bounce-signs.ts'
import type { Failure } from './failure.ts'
import { inAll } from './in-all.ts'
import { isServerName } from './is-server-name.ts'
import { kindOf } from './kind-of.ts'
import { holds } from './phrases.ts'
import { plainReason } from './plain-reason.ts'
import { statusCode } from './status-code.ts'
import { hasCode, tellingLines } from './telling-lines.ts'

/** What there is to go by when a mail server wrote only words. */
export type WordyMail = {
  readonly subject: string
  readonly from: string
  /** To whom it came: of all addresses in it the one that cannot have failed. */
  readonly to: string
  readonly isFromNobody: boolean
  /** `X-Failed-Recipients`, as Exim and Gmail write it. */
  readonly failed: string | undefined
  readonly text: string
  /** Whether it came to an address that only mail servers see. */
  readonly isReturned: boolean
  readonly hasEnclosed: boolean
}

/** What a mail server says that wrote only words; undefined when it was none, or when a program only answered. */
export function readText(mail: WordyMail): HeardKind | undefined {
  const text = beforeCopy(mail.text)
  const lower = text.toLowerCase()
  const isSubject = holdsAtStart(mail.subject)
  const isNamed = isServerName(mail.from)
  const isServer = mail.isFromNobody || isNamed
  const isText = holds(lower, bounceTexts) || (isNamed && (mail.hasEnclosed || hasCode(text)))
  const signs = [isSubject, isText, isServer].filter(Boolean).length
  if (mail.failed === undefined && signs < 2 && !(mail.isReturned && (isSubject || isText)))
    return undefined
  if (isDelay(mail.subject.toLowerCase(), lower)) return { kind: 'delayed' }
  return inAll([failureOf(mail, text)])
}

function failureOf({ failed, subject, from, to }: WordyMail, text: string): Failure {
  const said = tellingLines(text) ?? `${subject}. ${text.slice(0, 1000)}`
  const status = statusCode(said)
  const lines = text.split('\n', 60)
  return {
    how: kindOf(status, said),
    recipient: plainAddress(failed) ?? firstAddress(lines, `${from} ${to}`),
    status,
    reason: plainReason(said),
  }
}

function beforeCopy(text: string): string {
  const lower = text.toLowerCase()
  const cuts = copyMarkers.map(marker => lower.indexOf(marker)).filter(at => at > 0)
  return text.slice(0, Math.min(text.length, ...cuts))
}

function holdsAtStart(subject: string): boolean {
  const lower = subject
    .trim()
    .replace(/^[*"]{1,4}/, '')
    .toLowerCase()
  return bounceSubjects.some(sign => lower.startsWith(sign)) || lower.includes(' are not member (')
}

function isDelay(subject: string, text: string): boolean {
  const isWarning = subject.includes('delayed') || subject.startsWith('warning: message')
  return isWarning || holds(text, ['you do not need to resend', 'will continue to be tried'])
}

function plainAddress(text: string | undefined): string | undefined {
  return text === undefined ? undefined : addressIn(text)
}

function firstAddress(lines: readonly string[], others: string): string | undefined {
  for (const line of lines) {
    const address = addressIn(line)
    if (address !== undefined && !others.includes(address)) return address
  }
  return undefined
}

/** The first mail address in a line, found from its `@` outwards. */
function addressIn(line: string): string | undefined {
  const at = line.indexOf('@')
  if (at === -1) return undefined
  let [from, to] = [at, at + 1]
  while (from > 0 && at - from < 64 && isLetter(line.charAt(from - 1))) from--
  while (to < line.length && to - at < 255 && isLetter(line.charAt(to))) to++
  const address = line.slice(from, to).replace(/\.$/, '')
  return from < at && address.length > at - from + 3 ? address : undefined
}

function isLetter(letter: string): boolean {
  return /[A-Za-z0-9._%+=/-]/.test(letter)
}
