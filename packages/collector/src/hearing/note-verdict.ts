import type { Instant } from '@redalert/core'
import { mailboxKey } from '../cases/thread/mailbox-key.ts'
import type { Follows } from '../ledger/heard-book.ts'
import { type NoteStage, noteStage, type PostedLetter } from '../letterbox.ts'
import type { Heard } from '../letters/answer/heard.ts'
import type { Verdict } from './verdict.ts'

/** What follows from what came back on a mail that is no letter, and asks a mailbox or tells a submitter; undefined for all others. */
export function noteVerdict(heard: Heard, letter: PostedLetter, at: Instant): Verdict | undefined {
  const stage = noteStage(letter)
  if (stage === undefined || stage === 'feed') return undefined
  const nothing: Verdict = { events: [], outcome: null, isOpen: false }
  const { messageId } = letter
  switch (heard.kind) {
    case 'delayed':
    case 'delivered':
    case 'unrelated':
    case 'report':
    case 'automatic':
      return nothing
    case 'unreadable':
    case 'answer':
      return { ...nothing, isOpen: true }
    case 'bounce': {
      if (heard.how !== 'hard') return nothing
      return {
        ...nothing,
        ...unreachable(stage, letter, at),
        outcome: { messageId, was: 'bounced' },
      }
    }
    case 'complaint': {
      if (!heard.stopsMail) return { ...nothing, isOpen: true }
      return { ...nothing, ...stopNote(letter, at), outcome: { messageId, was: 'complained' } }
    }
    case 'commands': {
      const stops = heard.commands.some(({ word }) => word === 'stop')
      return stops ? { ...nothing, ...stopNote(letter, at) } : { ...nothing, isOpen: true }
    }
  }
}

/** Whoever reads such a mail wants no more of them. */
export function stopNote(
  { stage, about = '', mailbox }: PostedLetter,
  at: Instant,
): Pick<Follows, 'wishes' | 'summary'> {
  return stage === 'summary'
    ? { summary: { submitter: about, wants: 'off' } }
    : { wishes: [{ contact: mailboxKey(mailbox), at, kind: 'left-alone' }] }
}

function unreachable(
  stage: NoteStage,
  { about = '', mailbox }: PostedLetter,
  at: Instant,
): Pick<Follows, 'wishes' | 'summary'> {
  return stage === 'summary'
    ? { summary: { submitter: about, wants: 'off' } }
    : { wishes: [{ contact: about, at, kind: 'mailbox-refused', mailbox }] }
}
