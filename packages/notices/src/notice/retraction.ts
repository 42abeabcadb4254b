import type { Instant, Source, Untrusted } from '@redalert/core'
import type { HeaderText } from '../safe/header-text.ts'
import type { WebLink } from '../safe/web-link.ts'
import type { Recipient, Sender } from './notice.ts'

/** What takes back what an owner was told of machines: it stands in the thread of the letters that told it. */
export type Retraction = {
  readonly sender: Sender
  readonly recipient: Pick<Recipient, 'address' | 'language'>
  /** At least one. */
  readonly machines: readonly RetractedMachine[]
  readonly caseName: HeaderText
  /** Where the recipient says that they want no mail. */
  readonly stop?: WebLink
}

export type RetractedMachine = {
  readonly source: Source
  /** The name of the family. */
  readonly family: Untrusted
  /** When the recipient was told. */
  readonly told: Instant
}
