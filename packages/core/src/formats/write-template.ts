import type { LogEntry } from '../model/entry.ts'
import type { TemplatePart } from './template-part.ts'
import { type Writers, writers, writtenField, writtenRequest } from './written.ts'

const templateWriters: Writers = {
  ...writers,
  time: ({ at }) => `${at.slice(0, -1)}+00:00`,
  request: writtenRequest,
  target: ({ target }) => writtenField(target),
}

/** Writes an entry as a format string says, in UTC. */
export function writeTemplate(entry: LogEntry, parts: readonly TemplatePart[]): string {
  return parts
    .map(part => ('text' in part ? part.text : (templateWriters[part.field]?.(entry) ?? '-')))
    .join('')
}
