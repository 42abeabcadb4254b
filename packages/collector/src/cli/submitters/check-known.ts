import { nearestName } from '@redalert/core'
import { Fault } from '../../fault.ts'
import type { SubmitterBook } from '../../trust/submitter-book.ts'

/** Makes sure that somebody of a name was ever met. */
export function checkKnown(book: SubmitterBook, name: string): void {
  if (book.submitter(name)) return
  const nearest = nearestName(
    name,
    [...book.submitters()].map(known => known.name),
  )
  throw new Fault(
    'bad-config',
    `Nobody called ${JSON.stringify(name)} ever told anything${nearest === undefined ? '' : `: did you mean ${nearest}?`}`,
  )
}
