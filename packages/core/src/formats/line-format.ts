import type { Cut } from './cut.ts'
import { cutRecord } from './cutter.ts'
import type { LogFormat } from './format.ts'
import type { Stamp } from './stamp.ts'

/** A line-shaped format: its cuts are all there is to know of where its fields stand. */
export function lineFormat({
  cuts,
  readStamp,
  ...rest
}: Omit<LogFormat, 'locate' | 'readTime' | 'cuts'> & {
  readonly cuts: readonly Cut[]
  /** Reads the text of the time field. */
  readonly readStamp: (text: string) => Stamp | undefined
}): LogFormat {
  return {
    ...rest,
    cuts,
    locate: record => cutRecord(record, cuts),
    readTime: (record, { time }) => (time ? readStamp(record.slice(time[0], time[1])) : undefined),
  }
}
