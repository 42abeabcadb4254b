import type { Untrusted } from '@redalert/core'
import type { Candidate } from '../model/candidate.ts'
import type { Answerable, Held, Owner, Unroutable } from '../model/owner.ts'
import { rangeText } from '../ranges/range.ts'

/**
 * What a person reads about one address, line by line, the most important first. The lines hold what registries said:
 * whoever shows them makes them safe for where they are shown.
 */
export function tellOwner(owner: Owner): readonly Untrusted[] {
  const { address } = owner
  switch (owner.kind) {
    case 'owner':
      return [`${address}  ${owner.contact.mailbox}`, ...answerLines(owner)]
    case 'unroutable':
      return [`${address}  nobody can be told: ${owner.reason}`, ...unroutableLines(owner)]
    case 'never':
      return [`${address}  is never told: ${owner.reason}`]
    case 'alarm':
      return [`${address}  ALARM: ${owner.reason}`]
    case 'queued': {
      const until = owner.until ? `, not before ${owner.until}` : ''
      return [`${address}  waits for ${owner.registry}${until}: ${owner.reason}`]
    }
  }
}

function answerLines(owner: Answerable): string[] {
  const { candidates, contact, handling, preferences, provisional, stale } = owner
  return [
    ...heldLines(owner),
    `  why      ${contact.path}`,
    `           ${contact.reason}`,
    ...candidates.slice(1).map(other => `  also     ${candidateText(other)}`),
    ...(provisional
      ? [
          '  note     a customer of this network may be the owner: nobody was asked about this very address',
        ]
      : []),
    ...(stale ? ['  note     this answer is old and is being asked for again'] : []),
    ...(handling ? [`  note     ${handlingText(handling.action)}: ${handling.reason}`] : []),
    ...(preferences?.language ? [`  language ${preferences.language}`] : []),
  ]
}

function unroutableLines(owner: Unroutable): string[] {
  const { candidates, range, registry, source } = owner
  return [
    ...(range && registry && source ? heldLines({ ...owner, range, registry, source }) : []),
    ...candidates.map(other => `  named    ${candidateText(other)}`),
  ]
}

function heldLines({ country, name, origin, range, registry, source, status }: Held): string[] {
  const about = [name, status, country].filter(Boolean).join(', ')
  return [
    `  network  ${rangeText(range)}${about ? ` (${about})` : ''}, ${registry} by ${source}`,
    ...(origin
      ? [`  origin   AS${origin.asn} ${origin.name} (as of ${origin.asOf}; ${origin.attribution})`]
      : []),
  ]
}

function candidateText({ mailbox, path, reason }: Candidate): string {
  return `${mailbox} (${path}: ${reason})`
}

function handlingText(action: 'hold' | 'port-only'): string {
  return action === 'hold' ? 'a person decides' : 'only with the source port'
}
