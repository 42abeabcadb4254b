import type { Candidate } from '../model/candidate.ts'
import type { Clue } from '../model/clue.ts'
import { type Mailbox, parseMailbox } from '../model/mailbox.ts'
import { enough, weigh } from './score.ts'

/** Whom to tell, if anybody, and all who were named, in order. */
export type Choice = {
  readonly contact?: Candidate
  readonly candidates: readonly Candidate[]
}

/**
 * Chooses among everything that the sources say. Of the same mailbox named twice the better entry counts; of equals
 * the one whose source was asked first, then the one that stood nearer to the address.
 */
export function choose(
  clues: readonly Clue[],
  never: (mailbox: Mailbox) => string | undefined,
): Choice {
  const best = new Map<string, Candidate>()
  for (const clue of clues) {
    const mailbox = parseMailbox(clue.mailbox)
    if (!mailbox) continue
    const candidate = candidateOf(clue, mailbox, never(mailbox))
    const name = nameOf(mailbox)
    const before = best.get(name)
    if (!before || candidate.score > before.score) best.set(name, candidate)
  }
  const candidates = [...best.values()].toSorted((one, other) => other.score - one.score)
  const [first] = candidates
  return { ...(first && first.score >= enough && { contact: first }), candidates }
}

function candidateOf(clue: Clue, mailbox: Mailbox, never: string | undefined): Candidate {
  const weights = weigh(clue, mailbox, never)
  const score = weights.reduce((sum, { points }) => sum + points, 0)
  const reason = weights
    .map(({ points, reason: why }) => `${why} (${points > 0 ? '+' : ''}${points})`)
    .join(', ')
  return {
    mailbox,
    score,
    reason: reason || 'nothing speaks for it',
    source: clue.source,
    ...(clue.climbed !== undefined && { climbed: clue.climbed }),
    path: clue.path,
  }
}

/** Domains are compared without regard to case already; desks are too, for no registry tells Abuse@ from abuse@. */
function nameOf(mailbox: Mailbox): string {
  return mailbox.toLowerCase()
}
