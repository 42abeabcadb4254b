import type { Instant } from './instant.ts'

/** What a collector answers to whoever asks what became of the machines that they told of. */
export type Status = {
  readonly kind: 'status'
  readonly schema: 1
  readonly submitter: string
  readonly at: Instant
  /** All of it together. */
  readonly all: StatusCount
  /** One family after the other, by name. */
  readonly families: readonly (StatusCount & { readonly family: string })[]
}

/** How far things are with some machines; one that is the victim of two families counts as two. */
export type StatusCount = {
  readonly hosts: number
  /** Of those: somebody who answers for them was told, by anybody's evidence. */
  readonly told: number
  /** How many are in which state, by the name that docs/protocol.md explains. They add up to `hosts`. */
  readonly states: Readonly<Record<string, number>>
}
