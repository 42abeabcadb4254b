import type { SubmitterBook } from './submitter-book.ts'

/** The names of those who are revoked. */
export function revokedIn({ submitters }: Pick<SubmitterBook, 'submitters'>): ReadonlySet<string> {
  return new Set([...submitters()].filter(({ revoked }) => revoked).map(({ name }) => name))
}
