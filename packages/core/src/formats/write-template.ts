import type { LogEntry } from '../model/entry.ts'
import type { TemplatePart } from './template-part.ts'
import { type Writers, writers, writtenClfTime, writtenField, writtenRequest } from './written.ts'

const templateWriters: Writers = {
  ...writers,
  time: ({ at }) => `${at.slice(0, -1)}+00:00`,
  request: writtenRequest,
  target: ({ target }) => writtenField(target),
}

/** Writes an entry as a format string says, in UTC. */
export function writeTemplate(entry: LogEntry, parts: readonly TemplatePart[]): string {
  const written = { ...templateWriters, ...timeWriters(parts) }
  return parts
    .map(part => ('text' in part ? part.text : (written[part.field]?.(entry) ?? '-')))
    .join('')
}

/** A time that stands in pieces is written in pieces. */
function timeWriters(parts: readonly TemplatePart[]): Writers {
  const has = (field: 'date' | 'offset') =>
    parts.some(part => 'field' in part && part.field === field)
  const offset = () => '+0000'
  if (has('date'))
    return { date: ({ at }) => at.slice(0, 10), time: ({ at }) => at.slice(11, 19), offset }
  return has('offset')
    ? { time: ({ at }) => writtenClfTime(at).split(' ', 1)[0] ?? '', offset }
    : {}
}
