import { type Instant, instantOfSeconds, secondsOf, type Source } from '@redalert/core'
import type { Wish } from './wish.ts'
import type { Wishes } from './wishes.ts'

/** What somebody wishes once they said one thing more. */
export function stepWishes(now: Wishes, wish: Wish): Wishes {
  switch (wish.kind) {
    case 'form':
      return { ...now, form: wish.form }
    case 'rhythm':
      return { ...now, rhythm: wish.rhythm }
    case 'pool':
    case 'no-pool':
      return { ...now, pool: poolWith(now.pool, wish.kind === 'pool', wish.sources) }
    case 'mailbox': {
      const { refused: _, ...rest } = now
      return { ...rest, asked: { mailbox: wish.mailbox, at: wish.at, messageId: null } }
    }
    case 'mailbox-written': {
      if (!now.asked) return now
      const asked = { ...now.asked, messageId: wish.messageId }
      return { ...now, asked, written: recently(now, wish.at) }
    }
    case 'mailbox-refused':
      return refuse(now, wish.mailbox)
    case 'mailbox-confirmed': {
      const { asked, ...rest } = now
      // Only the last one counts: whoever confirms an older mail comes too late.
      return asked?.messageId === wish.messageId ? { ...rest, mailbox: asked.mailbox } : now
    }
    case 'usual-mailbox': {
      const { asked: _asked, mailbox: _mailbox, refused: _refused, ...rest } = now
      return rest
    }
    case 'feed':
      return { ...now, feed: { since: now.feed?.since ?? wish.at, isDue: true } }
    case 'no-feed': {
      const { feed: _, ...rest } = now
      return rest
    }
    case 'feed-written': {
      if (!now.feed) return now
      return { ...now, feed: { ...now.feed, isDue: false }, written: recently(now, wish.at) }
    }
    case 'left-alone':
      return { ...now, isLeftAlone: true }
  }
}

/** What is no exception is as all are. */
function poolWith(
  { all, but }: Wishes['pool'],
  isPool: boolean,
  sources: readonly Source[],
): Wishes['pool'] {
  if (sources.length === 0) return { all: isPool, but: [] }
  const named = new Set(sources)
  const others = but.filter(source => !named.has(source))
  return { all, but: all === isPool ? others : [...others, ...named].toSorted() }
}

function refuse(now: Wishes, refused: string): Wishes {
  const { asked, mailbox, ...rest } = now
  return {
    ...rest,
    ...(asked && asked.mailbox !== refused && { asked }),
    ...(mailbox !== undefined && mailbox !== refused && { mailbox }),
    refused,
  }
}

const rememberedSeconds = 7 * 86_400

function recently({ written }: Wishes, at: Instant): readonly Instant[] {
  const week = instantOfSeconds(secondsOf(at) - rememberedSeconds) ?? at
  return [...written.filter(each => each > week && each !== at), at].toSorted()
}
