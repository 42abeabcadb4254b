import { reportFields } from '../bounce/report-fields.ts'
import { type Feedback, feedbacks } from './heard.ts'

/** What a feedback report (RFC 5965) is about; undefined when the text is none. */
export function feedbackOf(report: string): Feedback | undefined {
  const type = reportFields(report)
    .map(fields => fields.get('feedback-type'))
    .find(value => value !== undefined)
  if (type === undefined) return undefined
  return feedbacks.find(each => each === type.trim().toLowerCase()) ?? 'other'
}

/** The senders that a feedback report names. */
export function reportedSenders(report: string): readonly string[] {
  return reportFields(report).flatMap(fields => fields.get('original-mail-from') ?? [])
}

/** Whether such feedback says that the reader wants no more of our mail: a forged or a wanted one says nothing of that. */
export function stopsMail(feedback: Feedback): boolean {
  return ['abuse', 'fraud', 'virus', 'opt-out'].includes(feedback)
}
