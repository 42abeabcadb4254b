import {
  type Cell,
  type Evidence,
  type Instant,
  parseZone,
  readEvidence,
  secondsOf,
} from '@redalert/core'

/** A line as a mail carries it. */
export type MailedLine = {
  readonly cell: Cell
  readonly at: Instant
  /** The header lines without which nobody could read it. */
  readonly header: string
  readonly record: string
  readonly format: string
  /** By how much its clock was east of Greenwich; null when the line says so itself. */
  readonly minutesEast: number | null
}

const utc = parseZone('UTC')

/** What a mail has to know of a line of evidence; undefined when no format reads it. */
export function mailedLine(cell: Cell, { at, text }: Evidence): MailedLine | undefined {
  const reading = readEvidence(text, utc ? { zone: utc } : {})
  if (!reading) return undefined
  const end = text.lastIndexOf('\n')
  const isLocal = readEvidence(text)?.entry.clock === 'assumed'
  return {
    cell,
    at,
    header: text.slice(0, Math.max(end, 0)),
    record: text.slice(end + 1),
    format: reading.format.name,
    minutesEast: isLocal ? Math.round((secondsOf(reading.entry.at) - secondsOf(at)) / 60) : null,
  }
}
