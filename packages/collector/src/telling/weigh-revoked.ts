import type { Instant, Source } from '@redalert/core'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { HostHappening } from '../cases/life/host-event.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { PostedLetter } from '../letterbox.ts'
import { keepBack } from '../outbox/posting/keep-back.ts'

/** Whether somebody told of a host who is revoked now. */
export type ToldByRevoked = (source: Source, family: string) => boolean

const becauses = {
  evidence: 'Those who told of its machines are not believed any more.',
  retraction: 'Those who told of its machines are believed again.',
} as const

/**
 * What follows when somebody was revoked, or is believed again: letters that have not left and rest on what counts no
 * more are taken back, and what they told counts as not told; hosts that somebody was told of wrongly are excluded,
 * until those who told of them are believed again. To do it again changes nothing.
 */
export function weighRevoked(ledger: Ledger, byRevoked: ToldByRevoked, at: Instant): void {
  const { book, letterbox } = ledger
  const isLost = (life: HostLife | undefined): boolean =>
    life !== undefined && life.may === null && byRevoked(life.source, life.family)
  const waiting = [...letterbox.letters({ states: ['shown', 'queued', 'held'] })].filter(mayGo)
  const livesOf = ({ hosts }: PostedLetter) =>
    hosts.map(({ source, family }) => book.host(source, family))
  const untrue = waiting.filter(
    letter => letter.stage !== 'retraction' && livesOf(letter).some(isLost),
  )
  const takeBack = (letters: readonly PostedLetter[], because: string): void => {
    const ids = letters.map(({ id }) => id)
    keepBack(ledger, ids, { as: 'withdraw', because, at })
  }
  takeBack(untrue, becauses.evidence)
  const needless = waiting.filter(
    letter => letter.stage === 'retraction' && livesOf(letter).some(life => life?.may !== null),
  )
  takeBack(needless, becauses.retraction)
  const retracted = retractedHosts(letterbox.letters({}))
  const events: BookEvent[] = []
  for (const life of book.hosts()) {
    const { source, family } = life
    const happening = turnOf(life, isLost, retracted.has(`${source} ${family}`))
    if (happening) events.push({ of: 'host', event: { source, family, at, ...happening } })
  }
  book.append(events)
}

function turnOf(
  life: HostLife,
  isLost: (life: HostLife) => boolean,
  isRetracted: boolean,
): HostHappening | undefined {
  if (life.because === 'withdrawn') {
    if (life.may === null) return undefined
    return { kind: isRetracted ? 'readmitted' : 'reinstated' }
  }
  const isTold = Object.keys(life.told).length > 0
  return isTold && life.state !== 'excluded' && isLost(life)
    ? { kind: 'excluded', because: 'withdrawn' }
    : undefined
}

/** One of which nobody knows whether it left is not taken back: a person looks at it. */
function mayGo({ state, letGo }: PostedLetter): boolean {
  return state !== 'held' || letGo === null
}

/** The hosts of which somebody was told that they are none, as far as that letter was let go. */
function retractedHosts(letters: Iterable<PostedLetter>): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { stage, state, hosts } of letters)
    if (stage === 'retraction' && state !== 'shown' && state !== 'withdrawn')
      for (const { source, family } of hosts) keys.add(`${source} ${family}`)
  return keys
}
