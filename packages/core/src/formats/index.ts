export { splitClient } from './client.ts'
export type { Cut } from './cut.ts'
export type { LogFormat } from './format.ts'
export { formatNamed, formatNames } from './format-named.ts'
export { formats } from './formats.ts'
export { fieldWords } from './field-words.ts'
export { type NearShape, nearShapes } from './near-shapes.ts'
export { readEvidence } from './read-evidence.ts'
export {
  type EntryReading,
  type ReadContext,
  type Reading,
  readLine,
  type UnreadReason,
  unreadReasons,
} from './read-line.ts'
export { jsonNames } from './json-names.ts'
export { readAnyTime } from './read-any-time.ts'
export type { Field, Span, Spans } from './spans.ts'
export { textAt } from './text.ts'
export { template, type Wrong } from './template.ts'
export type { Header } from './w3c-header.ts'
export type { ClientFrom } from './hops.ts'
export { parseZone, type Zone } from './zone.ts'
