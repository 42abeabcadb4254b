import { stepHost } from '../cases/host.ts'
import type { BeliefReader } from '../store/sqlite/beliefs/read-beliefs.ts'
import type { HostRow } from '../store/store.ts'
import type { Consequence } from '../trust/consequence.ts'

/** A host, how far it may go, and what speaks for that. */
export type StatedHost = HostRow & {
  readonly may: Consequence | null
  readonly points: number
  readonly parties: number
}

/** A host with what was decided of it. */
export function stateOf(
  row: HostRow,
  { decisionsOf }: Pick<BeliefReader, 'decisionsOf'>,
): StatedHost {
  const decision = decisionsOf(row.source).find(({ family }) => family === row.family)
  const { may, points, parties } = decision ?? { may: null, points: 0, parties: 0 }
  return { ...row, state: stepHost(row.state, { kind: 'decided', may }), may, points, parties }
}
