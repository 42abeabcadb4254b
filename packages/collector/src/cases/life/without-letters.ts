import type { Instant, Source } from '@redalert/core'
import type { CaseEvent } from '../thread/case-event.ts'
import type { BookEvent } from '../book/book-event.ts'
import type { HostEvent } from './host-event.ts'
import { hostKey } from './host-key.ts'
import type { HostLife } from './host-life.ts'
import type { LifeLimits } from './life-limits.ts'
import { stepLife } from './step-life.ts'

/** A letter that was let go and never left. */
export type UnsentLetter = {
  readonly contact: string
  readonly messageId: string
  readonly hosts: readonly { readonly source: Source; readonly family: string }[]
}

/**
 * What is to be written down when letters that were let go never leave: what their hosts are by all that happened but
 * for these letters, and those that never left before.
 */
export function withoutLetters(
  events: readonly BookEvent[],
  letters: readonly UnsentLetter[],
  { at, limits }: { readonly at: Instant; readonly limits: LifeLimits },
): readonly BookEvent[] {
  if (letters.length === 0) return []
  const isUnsent = unsentTellings(events, new Set(letters.map(({ messageId }) => messageId)))
  const named = new Set(letters.flatMap(({ hosts }) => hosts.map(hostKey)))
  const lives = new Map<string, HostLife>()
  for (const written of events) {
    if (written.of !== 'host') continue
    const { event } = written
    const key = hostKey(event)
    // What an earlier letter left behind may hold what this one told.
    if (!named.has(key) || event.kind === 'untold' || isUnsent(event)) continue
    const next = stepLife(lives.get(key), event, limits)
    if (next) lives.set(key, next)
  }
  return [
    ...letters.map(({ contact, messageId }): BookEvent => ({
      of: 'case',
      event: { contact, at, kind: 'unmailed', messageId },
    })),
    ...[...lives.values()].map((left): BookEvent => ({
      of: 'host',
      event: { source: left.source, family: left.family, at, kind: 'untold', left },
    })),
  ]
}

/** Which tellings are of letters that never left: one contact is told at one moment by one letter alone. */
function unsentTellings(
  events: readonly BookEvent[],
  now: ReadonlySet<string>,
): (event: HostEvent) => boolean {
  const letting = new Map<string, string>()
  const unsent = new Set<string>()
  const end = (messageId: string): void => {
    const key = letting.get(messageId)
    if (key !== undefined) unsent.add(key)
    letting.delete(messageId)
  }
  for (const { of, event } of events) {
    if (of !== 'case') continue
    if (event.kind === 'mailed') letting.set(event.messageId, keyOf(event))
    if (event.kind === 'unmailed') end(event.messageId)
  }
  for (const messageId of now) end(messageId)
  return event => event.kind === 'told' && unsent.has(keyOf(event))
}

function keyOf({
  contact,
  rung,
  at,
}: (CaseEvent & { kind: 'mailed' }) | (HostEvent & { kind: 'told' })): string {
  return `${at} ${rung} ${contact}`
}
