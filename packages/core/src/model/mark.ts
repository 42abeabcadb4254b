import type { Untrusted } from './untrusted.ts'

/** The name of what one request shows, `nimda-c`; with `~cut` behind it when the line ended inside the proof. */
export type MarkId = string

/** The field of an entry that made a mark; the identity of a request is made of it. */
export type MarkField = 'target' | 'referer' | 'userAgent' | 'missing'

/** One thing that one request shows, found without regard to anything else. */
export type Mark = {
  readonly id: MarkId
  readonly field: MarkField
  /** The hosts that the request tells its victim to fetch from or to call; those that mean nobody on the internet are left out. */
  readonly payloadHosts: readonly Untrusted[]
  /** Whether the victim is to fetch from the source itself: it hands out the worm, so it has it. */
  readonly ownPayload: boolean
  /** Whether the request tries a back door, whose being answered is a question about the server itself. */
  readonly door: boolean
}

const cutSuffix = '~cut'

/** The mark that a cut-off line gives: it began like this one. */
export function cutMark(id: MarkId): MarkId {
  return `${id}${cutSuffix}`
}

/** The mark that a mark of a cut-off line began like, or undefined when the line was whole. */
export function wholeMark(id: MarkId): MarkId | undefined {
  return id.endsWith(cutSuffix) ? id.slice(0, -cutSuffix.length) : undefined
}
