import { aboutOf, type Ours } from './answer/about-of.ts'
import { feedbackOf, reportedSenders, stopsMail } from './answer/complaint-of.ts'
import type { About, Feedback, Heard, HeardKind } from './answer/heard.ts'
import { automatism } from './answer/is-auto-reply.ts'
import { ownLines } from './answer/own-lines.ts'
import { readCommand, readCommands } from './answer/read-commands.ts'
import { spokenText, textOf } from './answer/spoken-text.ts'
import { ticketOf } from './answer/ticket-of.ts'
import { isServerName } from './bounce/is-server-name.ts'
import { readReport } from './bounce/read-report.ts'
import { readText } from './bounce/read-text.ts'
import { parseMessage } from './mime/parse-message.ts'
import type { Message } from './mime/part.ts'

/** How the mail came. */
export type Envelope = {
  /** The empty text is nobody, as mail servers send bounces. Undefined where the intake does not know. */
  readonly from: string | undefined
  readonly to: readonly string[]
}

const mostBytes = 8 * 1024 * 1024
const longestAnswer = 8000

/** What a mail that came to one of our addresses is: a bounce, a program's answer, a complaint, a command, or a person's words. */
export async function listen(raw: Uint8Array, envelope: Envelope, ours: Ours): Promise<Heard> {
  const parsed =
    raw.length > mostBytes
      ? { wrong: 'it is larger than an answer may be' }
      : await parseMessage(withLineFeeds(raw))
  if ('wrong' in parsed) return { kind: 'unreadable', because: parsed.wrong, about: undefined }
  const { message } = parsed
  const report = feedbackReport(message)
  const reported = report === undefined ? [] : reportedSenders(report)
  const about = aboutOf({ ...message, recipients: envelope.to, reported }, ours)
  return { ...kindOf(message, { envelope, about, ours }), about }
}

type Circumstances = {
  readonly envelope: Envelope
  readonly about: About | undefined
  readonly ours: Ours
}

function kindOf(message: Message, { envelope, about, ours }: Circumstances): HeardKind {
  const { headers } = message
  const first = (name: string) => headers.get(name)?.[0] ?? ''
  const subject = first('subject')
  const text = spokenText(message.parts)
  const feedback = feedbackIn(message, subject)
  if (feedback !== undefined) {
    return about
      ? { kind: 'complaint', feedback, stopsMail: stopsMail(feedback) }
      : { kind: 'report', feedback }
  }
  if (!about) return { kind: 'unrelated' }
  const isFromNobody = envelope.from === '' || first('return-path') === '<>'
  const bounce =
    readReport(reportIn(message, isFromNobody), text) ??
    readText({
      subject,
      from: first('from'),
      to: [...envelope.to, first('to'), first('delivered-to')].join(' '),
      isFromNobody,
      failed: headers.get('x-failed-recipients')?.[0],
      text,
      hasEnclosed: message.enclosed !== undefined,
      isReturned: about.by === 'address' && about.for === 'bounces',
    })
  if (bounce) return bounce
  const mayCommand = about.by === 'address' && about.for === 'answers'
  // A mail program that unsubscribes for its reader says in the subject what our own link asked for, and that it is a program.
  const fromSubject = mayCommand ? readCommand(subject.trim()) : undefined
  if (fromSubject?.word === 'stop') return { kind: 'commands', commands: [fromSubject] }
  const ticket = ticketOf(subject, { headers, text, ours: ours.isCaseName })
  const automatic = automatism(headers, isFromNobody)
  if (automatic === 'sure' || (automatic === 'maybe' && ticket !== undefined))
    return { kind: 'automatic', ticket }
  const [command, ...more] = mayCommand ? readCommands(text) : []
  if (command) return { kind: 'commands', commands: [command, ...more] }
  const own = ownLines(text).join('\n').trim().slice(0, longestAnswer)
  return { kind: 'answer', text: own, ticket }
}

/** The fields of a delivery report, wherever a mail server put them; a gateway may enclose a whole one. */
function reportIn({ parts, headers }: Message, isFromNobody: boolean): string {
  const reports = parts.filter(({ type }) => reportTypes.has(type))
  const own = reports.find(({ isEnclosed }) => !isEnclosed)
  const isServer = isFromNobody || isServerName(headers.get('from')?.[0] ?? '')
  const report = own ?? (isServer ? reports[0] : undefined)
  if (report) return textOf(report)
  const texts = parts.filter(({ type, isEnclosed }) => {
    const isWhole = isServer && type === 'message/rfc822'
    return isWhole || (!isEnclosed && type.startsWith('text/') && type !== 'text/rfc822-headers')
  })
  return texts.map(textOf).find(text => /^Final-Recipient:/im.test(text)) ?? ''
}

const reportTypes: ReadonlySet<string> = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
])

function feedbackReport({ parts }: Message): string | undefined {
  const report = parts.find(
    ({ type, isEnclosed }) => !isEnclosed && type === 'message/feedback-report',
  )
  return report && textOf(report)
}

function feedbackIn(message: Message, subject: string): Feedback | undefined {
  const report = feedbackReport(message)
  if (report !== undefined) return feedbackOf(report) ?? 'other'
  // Hotmail's reports are older than the standard.
  return message.enclosed && /^complaint about message from [\d.]{7,15}$/i.test(subject.trim())
    ? 'abuse'
    : undefined
}

/** Old programs of Macintosh end lines with a carriage return alone. */
function withLineFeeds(raw: Uint8Array): Uint8Array {
  if (raw.includes(0x0a)) return raw
  return raw.map(byte => (byte === 0x0d ? 0x0a : byte))
}
