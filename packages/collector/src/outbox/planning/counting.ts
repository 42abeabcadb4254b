import type { Instant } from '@redalert/core'
import { after } from '../../cases/after.ts'
import type { SentMail } from '../../sent-mail.ts'

/** How many letters left within the times that are limited. */
export type Counting = {
  readonly inHour: () => number
  readonly inDay: (contact: string) => number
  readonly inWeek: (contact: string) => number
  /** Within an hour. */
  readonly ofDomain: (contact: string) => number
  /** One more leaves now. */
  readonly add: (contact: string) => void
}

/** Counts what left before a moment. */
export function counting(history: readonly SentMail[], now: Instant): Counting {
  const [hourAgo, dayAgo, weekAgo] = [after(now, -1), after(now, -24), after(now, -24 * 7)]
  const days = new Map<string, number>()
  const weeks = new Map<string, number>()
  const domains = new Map<string, number>()
  let hour = 0
  const add = (contact: string, at: Instant) => {
    if (at <= weekAgo) return
    increase(weeks, contact)
    if (at > dayAgo) increase(days, contact)
    if (at <= hourAgo) return
    increase(domains, domainOf(contact))
    hour++
  }
  for (const { contact, at } of history) add(contact, at)
  return {
    inHour: () => hour,
    inDay: contact => days.get(contact) ?? 0,
    inWeek: contact => weeks.get(contact) ?? 0,
    ofDomain: contact => domains.get(domainOf(contact)) ?? 0,
    add: contact => add(contact, now),
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function domainOf(contact: string): string {
  return contact.slice(contact.lastIndexOf('@') + 1)
}
