import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import type { Readers } from '../reading/readers.ts'
import type { Store } from '../store/store.ts'
import type { Profile } from '../verify/ordinary.ts'

/** What giving raw bodies up needs. */
export type Compacting = {
  readonly store: Store
  readonly readers: Readers
  readonly profile: Profile
  readonly now: Instant
  readonly rawDays: number
}

/** Puts what arrivals told in the place of their raw bodies once these are old; gives how many. What was not read yet stays. */
export async function compactOld({
  store,
  readers,
  profile,
  now,
  rawDays,
}: Compacting): Promise<number> {
  const before = instantOfSeconds(secondsOf(now) - rawDays * 86_400)
  if (!before) return 0
  const { projected } = store.position()
  let count = 0
  for (const sequence of store.raw(before)) {
    if (sequence > projected) break
    const [arrival] = store.arrivals(sequence - 1, { count: 1, bytes: 0 })
    if (arrival?.sequence !== sequence || arrival.content.kind !== 'raw') continue
    const { shape, hints, content, at } = arrival
    store.compact(
      sequence,
      await readers.read({ shape, hints, body: content.body }, { now: at, profile }),
    )
    count++
  }
  return count
}
