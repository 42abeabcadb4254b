export type { LogFormat } from './format.ts'
export { formatNamed, formatNames } from './format-named.ts'
export { formats } from './formats.ts'
export { readEvidence } from './read-evidence.ts'
export {
  type EntryReading,
  type ReadContext,
  type Reading,
  readLine,
  type UnreadReason,
  unreadReasons,
} from './read-line.ts'
export type { Wrong } from './template.ts'
export type { Header } from './w3c-header.ts'
export type { ClientFrom } from './hops.ts'
export { parseZone, type Zone } from './zone.ts'
