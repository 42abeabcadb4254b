import type { Instant } from '@redalert/core'
import type { ReadFault, ReadRemark } from './fault.ts'

/** A log that was found and is still to be read. */
export type FoundLog = {
  readonly kind: 'log'
  /** As shown to people: as they named it, or as it lies in the folder that they named. */
  readonly name: string
  /** Undefined for the standard input. */
  readonly path: string | undefined
  /** Bytes as stored, so packed ones of a packed log; undefined when a stream will not say before its end. */
  readonly size: number | undefined
  readonly modified: Instant | undefined
  /** Whether a person named it; a folder holds all sorts of files, and what is no log there is no fault. */
  readonly named: boolean
}

export type Found = FoundLog | ReadFault | ReadRemark
