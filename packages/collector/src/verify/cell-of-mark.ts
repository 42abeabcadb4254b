import {
  type Cell,
  hourOf,
  identify,
  type LogEntry,
  type Mark,
  type Untrusted,
} from '@redalert/core'

/** The cell that one request makes, by one of its marks. */
export function cellOfMark(
  { id, field, payloadHosts, ownPayload }: Mark,
  entry: LogEntry,
  { sensor, text }: { readonly sensor: string; readonly text: Untrusted },
): Cell {
  return {
    sensor,
    source: entry.source,
    mark: id,
    hour: hourOf(entry.at),
    clock: entry.clock,
    identities: [identify(entry, field)],
    first: entry.at,
    last: entry.at,
    evidence: [{ at: entry.at, text }],
    payloadHosts,
    ownPayload,
  }
}
