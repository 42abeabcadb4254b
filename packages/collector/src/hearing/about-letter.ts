import type { HostLife } from '../cases/life/host-life.ts'

/** What is known of the letter that a mail came back on. */
export type AboutLetter = {
  readonly contact: string
  readonly messageId: string
  /** The hosts of which this contact was told. */
  readonly hosts: readonly Pick<HostLife, 'source' | 'family'>[]
}
