import type { Arrival } from '../arrival.ts'

/**
 * A way in: yields what came until it is told to stop, and forgets nothing before it is settled. It passes
 * `intakeContract` or it is none.
 */
export type Intake = (signal: AbortSignal) => AsyncGenerator<Incoming, void>

/** Something that came, and how to say what became of it. */
export type Incoming = {
  readonly arrival: Arrival
  /** Called once. Resolves when the sender knows, or whatever was moved is moved. */
  readonly settle: (outcome: IntakeOutcome) => Promise<void>
}

/** What became of it: only `kept` may be forgotten by the sender. */
export type IntakeOutcome =
  | { readonly kind: 'kept'; readonly id: string; readonly isNew: boolean }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'full' }
  | { readonly kind: 'failed' }
