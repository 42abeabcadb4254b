import type { EntryReading } from '@redalert/core'

type Spans = EntryReading['located']['spans']

/** Where a time stands, date and time of day in one, and where in it the last digit of the minutes does. */
export type PlaceOfTime = {
  readonly span: readonly [start: number, end: number]
  readonly minute: number
}

/** The spellings whose seconds and minutes can be read by their place. */
const spellings = [
  { looks: /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/, minute: 15 },
  { looks: /^\d\d\/[A-Za-z]{3}\/\d{4}:\d\d:\d\d:\d\d/, minute: 16 },
  { looks: /^\d\d:\d\d:\d\d/, minute: 4 },
] as const

/** Finds the time of a record; undefined when it is spelled in another way, or its parts stand apart. */
export function placeOfTime(
  record: string,
  { date, time, offset }: Spans,
): PlaceOfTime | undefined {
  if (!time || offset || (date && date[1] + 1 !== time[0])) return undefined
  const span = [(date ?? time)[0], time[1]] as const
  const text = record.slice(...span)
  const spelling = spellings.find(({ looks }) => looks.test(text))
  return spelling && { span, minute: spelling.minute }
}
