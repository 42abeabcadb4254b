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
  /** Reads the text of the time field, from the date before it to the offset behind it where they stand apart. */
  readonly readStamp: (text: string) => Stamp | undefined
}): LogFormat {
  return {
    ...rest,
    cuts,
    locate: record => cutRecord(record, cuts),
    readTime: (record, { date, time, offset }) =>
      time && readStamp(record.slice((date ?? time)[0], (offset ?? time)[1])),
  }
}
