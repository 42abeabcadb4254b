import type { Instant } from '@redalert/core'
import type { HostLife } from '../cases/life/host-life.ts'
import type { Rung } from '../cases/life/rung.ts'
import type { Wishes } from '../wishes/wishes.ts'
import type { PersonReason } from './due-telling.ts'
import type { Party } from './route.ts'

/** A letter that is due: one contact, one stage, all the hosts that are to stand in it. */
export type PlannedMail = {
  readonly contact: string
  readonly party: Party
  readonly rung: Rung
  readonly stage: PlannedStage
  readonly hosts: readonly HostLife[]
  /** Since when it is. */
  readonly since: Instant
  /** Why a person decides, if one does. */
  readonly person: PersonReason | null
  /** How its contact wishes to be written to. */
  readonly wishes?: Wishes
}

/** `more`: hosts that joined since the last letter; `reminder`: hosts that go on in spite of it; `retraction`: what was said of them is not so. */
export type PlannedStage = 'first' | 'more' | 'reminder' | 'escalation' | 'country' | 'retraction'
