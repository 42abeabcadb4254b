import type { Arrival } from '../arrival.ts'
import type { Incoming, Intake, IntakeOutcome } from '../intake/intake.ts'
import type { Store } from '../store/store.ts'

/** What keeping what comes needs. */
export type TakingIn = {
  readonly store: Pick<Store, 'keep'>
  /** Something new was kept. */
  readonly kept: (arrival: Arrival) => void
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

async function keepOne(
  { arrival, settle }: Incoming,
  { store, kept, report, count }: TakingIn,
): Promise<void> {
  const outcome = await keepSafely(arrival, store, report)
  count(arrival.way, outcome.kind)
  if (outcome.kind === 'kept' && outcome.isNew) kept(arrival)
  try {
    await settle(outcome)
  } catch (error) {
    report(error)
  }
}

async function keepSafely(
  arrival: Incoming['arrival'],
  store: TakingIn['store'],
  report: TakingIn['report'],
): Promise<IntakeOutcome> {
  try {
    const kept = await store.keep(arrival)
    return kept.kind === 'kept' ? { kind: 'kept', id: kept.id, isNew: kept.isNew } : kept
  } catch (error) {
    report(error)
    return { kind: 'failed' }
  }
}
