import type { Address } from '@redalert/core'
import type { Certainty, Leg } from '../model/found.ts'
import type { Holding } from '../model/holding.ts'
import type { Answerable } from '../model/owner.ts'
import type { Preferences } from '../model/preferences.ts'

/** An address on its way from source to source; the only thing of a pass that changes. */
export type Wait = {
  readonly address: Address
  readonly hosts: number
  readonly handling?: Answerable['handling']
  /** An old answer was told already: this only asks again, and tells nothing. */
  readonly silent: boolean
  /** Which source is next. */
  step: number
  known: Holding | undefined
  leg: Leg | undefined
  certainty: Certainty
  preferences: Preferences | undefined
  /** An answer that may hide a narrower one, told when nobody can be asked. */
  guess: Holding | undefined
  /** What is known came from a registry just now, and is not in the cache yet. */
  fresh: boolean
  /** A registry was asked just now. */
  asked: boolean
  failed: boolean
  /** Registries were asked not long ago in vain. */
  spent: boolean
  /** Why nothing was found, source by source. */
  notes: readonly string[]
  /** Others in the same block, which learn from the cache what this one finds. */
  followers: readonly Wait[]
}

/** An address at its start. */
export function newWait(start: Pick<Wait, 'address' | 'hosts' | 'handling' | 'silent'>): Wait {
  return {
    ...start,
    step: 0,
    known: undefined,
    leg: undefined,
    certainty: 'certain',
    preferences: undefined,
    guess: undefined,
    fresh: false,
    asked: false,
    failed: false,
    spent: false,
    notes: [],
    followers: [],
  }
}
