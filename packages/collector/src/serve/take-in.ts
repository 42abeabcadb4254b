import type { Arrival } from '../arrival.ts'
import type { Incoming, Intake, IntakeOutcome } from '../intake/intake.ts'
import type { Store } from '../store/store.ts'

/** What keeping what comes needs. */
export type TakingIn = {
  readonly store: Pick<Store, 'keep'>
  /** Takes what came back on a letter of ours; undefined when it is something else. */
  readonly hear?: (arrival: Arrival) => Promise<IntakeOutcome | undefined>
  /** Something came, and is about to be kept: who brought it is known before their words are. */
  readonly met: (arrival: Arrival) => void
  /** Something new was kept. */
  readonly kept: () => void
  readonly report: (error: unknown) => void
  readonly count: (way: string, outcome: IntakeOutcome['kind']) => void
}

/** Keeps what comes in one way until it is told to stop. Many are kept at once, so that one commit holds them all. */
export async function takeIn(intake: Intake, signal: AbortSignal, parts: TakingIn): Promise<void> {
  const open = new Set<Promise<void>>()
  for await (const incoming of intake(signal)) {
    const keeping = keepOne(incoming, parts).finally(() => open.delete(keeping))
    open.add(keeping)
    if (open.size >= mostAtOnce) await Promise.race(open)
  }
  await Promise.all(open)
}

const mostAtOnce = 256

async function keepOne({ arrival, settle }: Incoming, parts: TakingIn): Promise<void> {
  const { kept, report, count } = parts
  const outcome = await keepSafely(arrival, parts)
  count(arrival.way, outcome.kind)
  if (outcome.kind === 'kept' && outcome.isNew) kept()
  try {
    await settle(outcome)
  } catch (error) {
    report(error)
  }
}

async function keepSafely(
  arrival: Arrival,
  { store, hear, met, report }: TakingIn,
): Promise<IntakeOutcome> {
  try {
    const heard = await hear?.(arrival)
    if (heard) return heard
    met(arrival)
    const kept = await store.keep(arrival)
    return kept.kind === 'kept' ? { kind: 'kept', id: kept.id, isNew: kept.isNew } : kept
  } catch (error) {
    report(error)
    return { kind: 'failed' }
  }
}
