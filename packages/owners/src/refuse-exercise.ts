import { ownerFault } from './fault.ts'
import type { NeverList } from './never/never-list.ts'
import type { Dialer } from './network/dialer.ts'

/** A program that sends real mail calls this once: what is made for exercises must not be in it. */
export function refuseExercise({ never, dialer }: { never: NeverList; dialer?: Dialer }): void {
  if (typeof never?.address !== 'function')
    throw ownerFault('no-never-list', 'there is no list of those who are never told')
  if (never.kind === 'exercise')
    throw ownerFault('exercise-parts', 'the list of those who are never told is one for exercises')
  if (dialer?.reach.kind === 'loopback')
    throw ownerFault('exercise-parts', 'the network is one for exercises: it ends at this machine')
}
