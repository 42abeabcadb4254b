import { type Instant, instantOfSeconds } from '@redalert/core'
import { backOff } from '../spool/back-off.ts'
import type { Claim, Spool, Waiting } from '../spool/open-spool.ts'
import type { Spooled } from '../spool/spooled.ts'
import type { Sent, Try } from './sent.ts'

export type SendOptions = {
  readonly send: (spooled: Spooled) => Promise<Try>
  readonly now: () => number
  readonly random: () => number
  readonly signal: AbortSignal
}

/**
 * Sends what waits, the oldest first. What could not be sent waits on for longer each time, and so does what waits
 * behind it for the same recipient; what was refused is kept apart.
 */
export async function* sendAll(
  spool: Spool,
  waiting: readonly Waiting[],
  options: SendOptions,
): AsyncGenerator<Sent, void> {
  const unreachable = new Map<string, string>()
  for (const { head } of waiting) {
    if (options.signal.aborted) return
    const before = unreachable.get(head.to)
    if (before !== undefined) {
      yield { head, kind: 'later', reason: before, until: null }
      continue
    }
    const claim = await spool.claim(head.id)
    if (!claim) continue
    const sent = await sendClaimed(spool, claim, options)
    if (sent.kind === 'later') unreachable.set(head.to, sent.reason)
    yield sent
  }
}

async function sendClaimed(
  spool: Spool,
  claim: Claim,
  { send, now, random }: SendOptions,
): Promise<Sent> {
  const { body: _, ...head } = claim.spooled
  const tried = await send(claim.spooled)
  const tries = (claim.note?.tries ?? 0) + 1
  switch (tried.kind) {
    case 'received':
    case 'handed-over':
      await spool.settle(claim)
      return { head, ...tried }
    case 'refused':
      await spool.refuse(claim, { tries, until: null, reason: tried.reason })
      return { head, ...tried }
    case 'later': {
      const seconds = backOff(tries, { random, asked: tried.afterSeconds })
      const until = instantOfSeconds(now() / 1000 + seconds) as Instant
      const { reason } = tried
      await spool.postpone(claim, { tries, until, reason })
      return { head, kind: 'later', reason, until }
    }
  }
}
