import { type StatedHost, stateOf } from '../believing/stated-host.ts'
import type { HostLife, LifeState } from '../cases/life/host-life.ts'
import type { KnownSilence } from '../ledger/read-lives.ts'
import type { HostRow } from '../store/store.ts'
import type { Believed } from './open-believed.ts'

/** A host with what was decided of it, and what became of it since somebody was told. */
export type LivedHost = Omit<StatedHost, 'state'> & {
  readonly state: LifeState
  readonly told: HostLife['told']
  /** What its silence says; null while nobody looked at it. */
  readonly silence: KnownSilence | null
}

/** A host as it stands now. */
export function lived(
  row: HostRow,
  { beliefs, lives }: Pick<Believed, 'beliefs' | 'lives'>,
): LivedHost {
  const host = stateOf(row, beliefs)
  const life = lives?.life(row)
  // Before anybody was told, what is believed now is newer than the book.
  const isBegun = life && life.state !== 'suspected' && life.state !== 'confirmed'
  return {
    ...host,
    state: isBegun ? life.state : host.state,
    told: life?.told ?? {},
    silence: lives?.silence(row) ?? null,
  }
}
