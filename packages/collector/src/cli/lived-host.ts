import { type StatedHost, stateOf } from '../believing/stated-host.ts'
import type { HostLife, LifeState } from '../cases/life/host-life.ts'
import type { KnownSilence } from '../ledger/read-lives.ts'
import type { HostRow } from '../store/store.ts'
import type { Believed } from './open-believed.ts'
import { stateNow } from './state-now.ts'

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
  return {
    ...host,
    state: stateNow(life, host.may),
    told: life?.told ?? {},
    silence: lives?.silence(row) ?? null,
  }
}
