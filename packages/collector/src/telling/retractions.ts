import { hostKey } from '../cases/life/host-key.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import { languageIn } from './language-in.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { PostedLetter } from '../letterbox.ts'
import type { PlannedMail } from '../policy/planned-mail.ts'

/** A letter counts as one that took something back as soon as it was let go, wherever it is since. */
const underway: ReadonlySet<PostedLetter['state']> = new Set([
  'queued',
  'taken',
  'sent',
  'held',
  'refused',
])

/**
 * What is to be taken back: for each contact to whom a letter went that told of hosts for which nothing speaks any more
 * since somebody was revoked, one letter that names them. What was taken back once is not taken back again.
 */
export function retractions({ book, letterbox }: Ledger): readonly PlannedMail[] {
  const withdrawn = new Map<string, HostLife>()
  for (const host of book.hosts())
    if (host.because === 'withdrawn') withdrawn.set(hostKey(host), host)
  if (withdrawn.size === 0) return []
  const owed = new Map<string, { readonly letter: PostedLetter; readonly keys: Set<string> }>()
  for (const letter of letterbox.letters({})) {
    const keys = letter.hosts.map(hostKey).filter(key => withdrawn.has(key))
    const known = owed.get(letter.contact)
    if (letter.stage === 'retraction') {
      if (underway.has(letter.state)) for (const key of keys) known?.keys.delete(key)
    } else if (letter.state === 'sent')
      owed.set(letter.contact, { letter, keys: new Set([...(known?.keys ?? []), ...keys]) })
  }
  return [...owed].flatMap(([contact, { letter, keys }]) => {
    const known = book.case(contact)
    if (keys.size === 0 || !known || !['told', 'waiting', 'closed'].includes(known.state)) return []
    const hosts = [...keys].flatMap(key => withdrawn.get(key) ?? [])
    const language = languageIn(letterbox.mail(letter.id))
    const party = {
      mailbox: letter.mailbox,
      organisation: letter.organisation,
      country: null,
      ...(language !== undefined && { language }),
    }
    const since = hosts.map(host => host.since).toSorted()[0] ?? letter.at
    return [{ contact, party, rung: letter.rung, stage: 'retraction', hosts, since, person: null }]
  })
}
