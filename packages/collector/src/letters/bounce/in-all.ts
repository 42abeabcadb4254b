import type { HeardKind } from '../answer/heard.ts'
import type { Failure, FailureKind } from './failure.ts'

/** A bounce of all its failures: hard only when every one is, and nobody else got the mail. */
export function inAll(
  failures: readonly [Failure, ...Failure[]],
  isDelivered = false,
): HeardKind & { readonly kind: 'bounce' } {
  return { kind: 'bounce', how: howInAll(failures, isDelivered), failures }
}

function howInAll(failures: readonly Failure[], isDelivered: boolean): FailureKind {
  if (failures.some(({ how }) => how === 'policy')) return 'policy'
  return !isDelivered && failures.every(({ how }) => how === 'hard') ? 'hard' : 'soft'
}
