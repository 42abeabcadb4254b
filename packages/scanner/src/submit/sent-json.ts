import { safeJson } from '../report/safe-json.ts'
import type { Sent } from './sent.ts'

/** What became of a submission, as a line of JSON. */
export function sentJson({ head, ...sent }: Sent): string {
  const { id: submission, to, holds } = head
  return safeJson({ ...sent, submission, to, holds })
}
