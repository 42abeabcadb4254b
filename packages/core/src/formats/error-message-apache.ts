import { beforeBlanks, find, findLast } from './scan.ts'
import { type Finding, note } from './spans.ts'

const refererTail = ', referer: '

/** Finds what a message of Apache's error log tells of a request: the missing file, or the request itself. */
export function locateMessage(record: string, start: number, spans: Finding): void {
  const tail = findLast(record, refererTail, record.length)
  const end = tail >= start ? tail : record.length
  if (tail >= start) note(spans, 'referer', tail + refererTail.length, record.length)
  const message = messageStart(record, start)
  const known = messages.find(({ before }) => record.startsWith(before, message))
  if (!known) {
    if (message < end) note(spans, 'extra', message, end)
    return
  }
  const { field, before, after, within } = known
  const from = within ? find(record, within, message) + within.length : message + before.length
  const close = after ? findLast(record, after, end) : beforeBlanks(record, from, end)
  note(spans, field, from, close >= from ? close : end)
}

type Message = {
  readonly field: 'missing' | 'request'
  readonly before: string
  /** Where the field begins, if not right behind. */
  readonly within?: string
  /** What stands behind the field; else it goes to the end. */
  readonly after?: string
}

const messages: readonly Message[] = [
  { field: 'missing', before: 'File does not exist: ' },
  { field: 'missing', before: 'script not found or unable to stat: ' },
  { field: 'missing', before: "script '", after: "' not found or unable to stat" },
  {
    field: 'missing',
    before: 'access to ',
    within: " failed (filesystem path '",
    after: "')",
  },
  { field: 'request', before: 'Invalid URI in request ' },
  { field: 'request', before: 'Cannot map ', after: ' to file' },
]

/** Behind the blank and the number that Apache 2.4 gives a message, `AH00128: `. */
function messageStart(record: string, start: number): number {
  const message = record.charAt(start) === ' ' ? start + 1 : start
  const isNumbered = record.startsWith('AH', message) && record.startsWith(': ', message + 7)
  return isNumbered ? message + 9 : message
}
