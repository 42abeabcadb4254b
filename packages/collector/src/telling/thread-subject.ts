import type { Naming } from '../tick.ts'

/** The subject of a thread, after the number by which the recipient's desk knows it again; undefined for a thread's first letter. */
export function threadSubject({
  ticket,
  thread: [first],
}: Pick<Naming, 'ticket' | 'thread'>): string | undefined {
  if (!first || ticket === undefined || first.subject.includes(ticket)) return first?.subject
  return `${ticket} ${first.subject}`
}
