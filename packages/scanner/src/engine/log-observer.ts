import type { Header } from '@redalert/core'
import type { Observed } from './observe.ts'

/** Observes the bytes of one log as they come: the lines they complete are told, the last one is kept until it is whole. */
export type LogObserver = {
  /** Where the next bytes are to be written, as many as there is room for. */
  readonly room: () => Uint8Array
  /** Takes in so many bytes that were written there. */
  readonly push: (count: number) => Observed
  /** The log has ended. */
  readonly end: () => Observed
  /** What the header lines so far say. */
  readonly header: () => Header | undefined
}

/** Where a log, or the part of it that is read, begins. */
export type LogStart = {
  /** Of the first byte in the log's content. */
  readonly at: number
  /** What the header lines above it say. */
  readonly header?: Header
}
