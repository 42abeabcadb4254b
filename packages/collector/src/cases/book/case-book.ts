import type { Instant, Source } from '@redalert/core'
import type { HostLife } from '../life/host-life.ts'
import type { UnsentLetter } from '../life/without-letters.ts'
import type { Case } from '../thread/case.ts'
import type { BookEvent, KeptEvent } from './book-event.ts'

/**
 * Where a collector writes down what happens to hosts and cases. The events are the record: nothing in it ever changes,
 * and to read it again gives the same hosts and cases. An engine passes `caseBookContract` or it is none.
 */
export type CaseBook = {
  /** Writes down what happened, in this order; all or nothing. What changes nothing is not written. */
  readonly append: (events: readonly BookEvent[]) => void
  readonly host: (source: Source, family: string) => HostLife | undefined
  readonly hosts: () => Iterable<HostLife>
  /** The hosts of which a contact was told, in this round or an earlier one, while the same machine stood behind the address. */
  readonly toldTo: (contact: string) => readonly HostLife[]
  readonly case: (contact: string) => Case | undefined
  readonly cases: () => Iterable<Case>
  /** What has to be written down when letters that were let go never leave. */
  readonly without: (letters: readonly UnsentLetter[], at: Instant) => readonly BookEvent[]
  /** What was written down after a number, in order. */
  readonly events: (after: number) => Iterable<KeptEvent>
}
