import type { Instant, Receipt } from '@redalert/core'
import type { Letter, Unsettled } from './outgoing.ts'
import type { Projected, Store, StoredArrival } from './store/store.ts'
import { packCells } from './told/pack-cells.ts'
import { emptyAccount } from './told/empty-account.ts'
import type { Told } from './told/told.ts'
import type { Profile } from './verify/ordinary.ts'
import type { Verifying } from './verify/verifying.ts'
import type { Readable } from './reading/read-arrival.ts'

/** What the path of an arrival is made of. */
export type AcceptParts = {
  readonly store: Store
  readonly read: (arrival: Readable, verifying: Verifying) => Promise<Told>
  readonly profile: Profile
  /** The letter that answers an arrival, if one is due. */
  readonly answer: (settled: Unsettled) => Letter | undefined
  /** What some arrivals told can be read. */
  readonly projected?: (batch: readonly Projected[]) => Promise<void>
  /** Something a person must see to. */
  readonly report: (problem: Problem) => void
}

export type Problem = {
  readonly code: 'not-read' | 'not-stored'
  readonly sequence: number
  readonly error: unknown
}

/** The path of arrivals while it is open. */
export type Accepting = AsyncDisposable & {
  /** Something was kept. */
  readonly wake: () => void
  /** The receipt of an arrival, complete if that takes no longer than so many milliseconds. */
  readonly receipt: (id: string, milliseconds: number) => Promise<Receipt | undefined>
  /** Resolves when everything kept so far can be read. */
  readonly settled: () => Promise<void>
}

/** So many arrivals are read at once and become one commit. Unpacking more bytes would keep waiting who brings something. */
const together = { count: 64, bytes: 4 * 1024 * 1024 }
const retryMilliseconds = 5000

/**
 * The first main path: what is kept is read and verified, what it told is stored, and it is settled with a receipt. It
 * goes on from where it was, whatever happened between; a fault in one arrival stops no other.
 */
export function accept(parts: AcceptParts): Accepting {
  const { store, report } = parts
  const changed = signalling()
  const woken = signalling()
  const stopping = new AbortController()
  const { signal } = stopping

  const work = async (): Promise<void> => {
    let after = store.position().projected
    // Whoever was stopped between reading and settling settles now.
    let writing = write([], after)
    while (!signal.aborted) {
      const asleep = woken.next()
      const arrivals = store.arrivals(after, together)
      if (arrivals.length === 0) {
        await writing
        await asleep
        continue
      }
      const batch = await Promise.all(arrivals.map(arrival => readOne(arrival, parts)))
      await writing
      const last = arrivals.at(-1)?.sequence ?? after
      writing = write(batch, last)
      after = last
    }
    await writing
  }
  const write = async (batch: readonly Projected[], last: number): Promise<void> => {
    while (!signal.aborted || batch.length > 0) {
      try {
        // Told twice it would count as known what was new: what failed may have been the settling.
        if (store.position().projected < last) await store.project(batch)
        settle(parts)
        break
      } catch (error) {
        report({ code: 'not-stored', sequence: last, error })
        if (signal.aborted) return
        await sleep(retryMilliseconds)
      }
    }
    changed.fire()
    try {
      await parts.projected?.(batch)
    } catch (error) {
      report({ code: 'not-stored', sequence: last, error })
    }
  }
  const working = work()
  return {
    wake: woken.fire,
    async receipt(id, milliseconds) {
      const deadline = Date.now() + milliseconds
      for (;;) {
        const next = changed.next()
        const receipt = store.receipt(id)
        const left = deadline - Date.now()
        if (!receipt || receipt.state === 'read' || left <= 0 || signal.aborted) return receipt
        await Promise.race([next, sleep(left)])
      }
    },
    async settled() {
      const { kept } = store.position()
      while (store.position().projected < kept && !signal.aborted) {
        const next = changed.next()
        if (store.position().projected >= kept) return
        await next
      }
    },
    async [Symbol.asyncDispose]() {
      stopping.abort()
      woken.fire()
      await working
      changed.fire()
    },
  }
}

async function readOne(arrival: StoredArrival, parts: AcceptParts): Promise<Projected> {
  const { sequence, submitter, content, shape, hints, at } = arrival
  if (content.kind === 'told') return { sequence, submitter, told: content.told }
  try {
    const verifying = { now: at satisfies Instant, profile: parts.profile }
    const told = await parts.read({ shape, hints, body: content.body }, verifying)
    return { sequence, submitter, told }
  } catch (error) {
    parts.report({ code: 'not-read', sequence, error })
    return { sequence, submitter, told: notRead() }
  }
}

function notRead(): Told {
  const advice = [
    'It was not read, for something went wrong here: the operator was told, and it is kept.',
  ]
  return { account: { ...emptyAccount('line'), advice }, cells: packCells([]), coverage: [] }
}

function settle({ store, answer }: AcceptParts): void {
  for (;;) {
    const unsettled = store.unsettled(together.count)
    if (unsettled.length === 0) return
    store.together(() => {
      for (const each of unsettled) store.settle(each.sequence, answer(each))
    })
    if (unsettled.length < together.count) return
  }
}

/** Lets many wait for the next time something happens. */
function signalling(): { readonly fire: () => void; readonly next: () => Promise<void> } {
  let { promise, resolve } = Promise.withResolvers<void>()
  return {
    fire() {
      resolve()
      ;({ promise, resolve } = Promise.withResolvers<void>())
    },
    next: () => promise,
  }
}

async function sleep(milliseconds: number): Promise<void> {
  await new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref()
  })
}
