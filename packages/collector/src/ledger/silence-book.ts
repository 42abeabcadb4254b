import type { Instant, Source } from '@redalert/core'
import type { BookEvent } from '../cases/book/book-event.ts'
import type { HostLife } from '../cases/life/host-life.ts'
import type { ContactModel } from '../estimates/fixed/contact-model.ts'
import type { Silence } from '../estimates/fixed/judge-silence.ts'

/** Where it is noted what was last thought of the silence of hosts. All but the events can be worked out again. */
export type SilenceBook = {
  /** Hosts that were told or claimed and that nobody looked at since something changed, or that are to be looked at again. */
  readonly due: (now: Instant, most: number) => readonly HostLife[]
  /** Writes down what was found, and what follows. */
  readonly keep: (looks: readonly Look[], events: readonly BookEvent[]) => void
  /** When somebody last looked at any. */
  readonly looked: () => Instant | undefined
  readonly model: (family: string) => KeptModel | undefined
  readonly keepModel: (family: string, model: KeptModel) => void
}

/** What was thought of a host's silence. */
export type Look = Silence & {
  readonly source: Source
  readonly family: string
  readonly at: Instant
  /** The sight that the silence came after. */
  readonly last: Instant
  /** When to look again; null: only when something changed. */
  readonly review: Instant | null
}

/** What was learnt of a family, and when; null: too little was seen of it. */
export type KeptModel = { readonly at: Instant; readonly model: ContactModel | null }
