import type { Notice } from '../notice/notice.ts'
import { type HeaderText, headerText } from '../safe/header-text.ts'
import { mailDate } from '../safe/mail-date.ts'
import type { Automatic, Post } from './post.ts'

/** What of a mail its headers say. */
export type Headed = Pick<Notice, 'caseName' | 'stop'> & {
  readonly recipient: Pick<Notice['recipient'], 'language'>
}

type Header = readonly [name: string, value: HeaderText]

/** The headers of a mail that hold no mailbox, in their order. Every value went through {@link headerText}. */
export function headersOf(notice: Headed, subject: HeaderText, post: Post): readonly Header[] {
  const { language } = notice.recipient
  const headers: (readonly [string, string | undefined])[] = [
    ['Subject', subject],
    ['Date', mailDate(post.date)],
    ['Message-ID', post.messageId],
    ['In-Reply-To', post.thread?.at(-1)],
    ['References', post.thread && referencesOf(post.thread)],
    ['Content-Language', language === 'en' ? 'en' : `${language}, en`],
    ...(post.manner.kind === 'automatic' ? automatic(notice, post.manner) : byHand),
  ]
  return headers.flatMap(([name, value]) => (value ? [[name, headerText(value)] as const] : []))
}

const mostReferences = 6

/** The first and the last ones: all of a long thread would not fit. */
function referencesOf(thread: readonly string[]): string {
  if (thread.length <= mostReferences) return thread.join(' ')
  return [thread[0], ...thread.slice(1 - mostReferences)].join(' ')
}

/** Mail programs open such a file as a draft to be sent. */
const byHand = [['X-Unsent', '1']] as const

function automatic(notice: Headed, { list, stopTo, feedbackId }: Automatic) {
  const stopMail = `<mailto:${stopTo}?subject=stop>`
  return [
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ['List-Id', list],
    ['List-Unsubscribe', notice.stop ? `<${notice.stop}>, ${stopMail}` : stopMail],
    ['List-Unsubscribe-Post', notice.stop && 'List-Unsubscribe=One-Click'],
    ['Feedback-ID', feedbackId],
    ['X-Redalert-Case', notice.caseName],
    ['X-Loop', 'redalert'],
  ] as const
}
