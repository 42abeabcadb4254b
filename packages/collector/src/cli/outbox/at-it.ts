import { Fault } from '../../fault.ts'

/** So many milliseconds a command waits for a collector that is just making or sending letters. */
export const lockPatience = 20_000

/** Another process makes or sends letters, and goes on doing so. */
export function atIt(): Fault {
  return new Fault(
    'folder-in-use',
    'Another process makes or sends the letters of this folder just now: say it again in a moment.',
  )
}
