import type { Instant } from '@redalert/core'
import type { CaseBook } from '../../cases/book/case-book.ts'
import type { HostLife } from '../../cases/life/host-life.ts'
import type { Letterbox, PostedLetter } from '../../letterbox.ts'
import { sentEvents } from '../planning/sent-events.ts'
import { objection } from './objection.ts'

/** What approving needs. */
export type Approving = {
  readonly book: Pick<CaseBook, 'case' | 'host'>
  readonly letterbox: Letterbox
}

/** Lets a letter go that a person looked at; from then on its hosts count as told. False: there is none that waits for it, or something speaks against it. */
export function approveLetter({ book, letterbox }: Approving, id: number, at: Instant): boolean {
  const letter = letterbox.letter(id)
  if (letter && objection(book.case(letter.contact), letter.stage) !== undefined) return false
  if (letter && isUntrue(letter, book)) return false
  return letter !== undefined && letterbox.approve(id, at, sentEvents(letter, { ...letter, at }))
}

/** Whether what a letter says is not so any more. */
function isUntrue({ hosts, stage }: PostedLetter, book: Approving['book']): boolean {
  const lives = hosts.map(({ source, family }) => book.host(source, family))
  if (stage === 'retraction') return lives.some(life => life?.because !== 'withdrawn')
  return lives.some(isWithdrawn)
}

/** Whether what a letter tells of a host may not be told any more: who told of it was revoked, or it was disputed. */
function isWithdrawn(host: HostLife | undefined): boolean {
  return host !== undefined && (host.may === null || ['disputed', 'excluded'].includes(host.state))
}
