import type { FailureKind } from './failure.ts'
import { holds, phrases } from './phrases.ts'
import { replyCode } from './status-code.ts'

const longestText = 4096

/** Of what kind a failure is, by its most telling status code and what the mail server said. What nobody knows is soft: three of those are enough. */
export function kindOf(status: string | undefined, said: string): FailureKind {
  const text = said.slice(0, longestText).toLowerCase()
  if (holds(text, phrases.full)) return 'soft'
  const isUnknown = holds(text, phrases.unknown)
  // How Exchange Online says that it knows no such recipient.
  if (status === '5.4.1' && text.includes('recipient address rejected: access denied'))
    return 'hard'
  const byStatus = status === undefined ? undefined : statusKind(status)
  // Some servers put every refusal under 5.7.1, and only their words say that the mailbox is not there.
  if (byStatus === 'policy' && isUnknown && vague.has(status ?? '')) return 'hard'
  // A block list takes many a number, and must never cost us a mailbox that is there.
  if (byStatus === 'hard' && !isUnknown && holds(text, phrases.listed)) return 'policy'
  if (byStatus) return byStatus
  // A mailbox that was not there for days is not there, and 450 was only politeness.
  if (isUnknown && status === '4.1.1') return 'hard'
  if (isUnknown) return isTemporary(status, text) ? 'soft' : 'hard'
  if (holds(text, phrases.noHost)) {
    return isTemporary(status, text) || holds(text, phrases.later) ? 'soft' : 'hard'
  }
  if (holds(text, phrases.policy)) return 'policy'
  return status === '5.1.0' ? 'hard' : 'soft'
}

const vague: ReadonlySet<string> = new Set(['5.7.0', '5.7.1'])

/** A code of the fourth hundred: a name that could not be looked up today. */
function isTemporary(status: string | undefined, text: string): boolean {
  return (status ?? replyCode(text))?.startsWith('4') ?? false
}

/** What the code alone says (RFC 3463 §3); undefined when its words say more. */
function statusKind(status: string): FailureKind | undefined {
  const [level, subject, detail] = status.split('.').map(Number)
  const code = `${subject}.${detail}`
  if (subject === 7) return 'policy'
  // The complaint is about our own address.
  if (code === '1.7' || code === '1.8') return 'policy'
  if (code === '2.2' || code === '2.3' || code === '3.4') return 'soft'
  if (level === 4) return code === '1.1' ? undefined : 'soft'
  if (level === 5 && isGone.has(code)) return 'hard'
  return undefined
}

/** No such mailbox, no such domain, moved away, shut. */
const isGone: ReadonlySet<string> = new Set(['1.1', '1.2', '1.3', '1.6', '1.10', '2.1', '4.4'])
