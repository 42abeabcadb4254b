import { stepHost } from '../cases/host.ts'
import type { HostLife, LifeState } from '../cases/life/host-life.ts'
import type { Consequence } from '../trust/consequence.ts'

/** Where a host stands. Before anybody was told, what is believed now is newer than the book. */
export function stateNow(life: HostLife | undefined, may: Consequence | null): LifeState {
  const isBegun = life && life.state !== 'suspected' && life.state !== 'confirmed'
  return isBegun ? life.state : stepHost(undefined, { kind: 'decided', may })
}
