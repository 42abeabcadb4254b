import { splitClient } from '../formats/client.ts'
import type { EntryReading } from '../formats/read-line.ts'
import { textAt } from '../formats/text.ts'
import { writeHeader } from '../formats/w3c-header.ts'
import type { Span } from '../formats/spans.ts'
import type { MarkField } from '../model/mark.ts'
import { parseSource } from '../model/source.ts'
import type { Untrusted } from '../model/untrusted.ts'

type Change = { readonly span: Span; readonly text: string }

/**
 * The record that proves a mark, without what is nobody else's business. Time, client, port, status, agent and the field
 * that made the mark stay byte for byte, so that it reads as before and has the same identity; user, referer, cookies,
 * names of the owner's own servers and whatever nobody knows the meaning of become a dash, and so does the query of a
 * request that did not make the mark. Redacting again changes nothing.
 */
export function redact(reading: EntryReading, field: MarkField): Untrusted {
  const { record, located, format } = reading
  const { spans } = located
  const hidden = [
    ...hiddenFields.filter(name => name !== field).map(name => spans[name]),
    ...spans.extra,
  ].filter(span => span !== undefined)
  const changes: Change[] = hidden
    .filter(([start, end]) => end > start)
    .map(span => ({ span, text: format.hide?.(record, span) ?? '-' }))
  if (field !== 'target') changes.push(...withoutQuery(reading))
  changes.push(...withClient(reading))
  return withHeader(reading, changed(record, changes))
}

/** The record as it is, below the header lines without which nobody could read it. */
export function withHeader({ format: { header } }: EntryReading, record: string): Untrusted {
  return header ? [...writeHeader(header), record].join('\n') : record
}

/** A client that a trusted proxy named takes the proxy's place, since the header that named it is hidden. */
function withClient({
  record,
  located: { spans },
  entry,
  format,
}: EntryReading): readonly Change[] {
  const logged = splitClient(textAt(record, spans.source, format) ?? '')
  if (!spans.source || parseSource(logged.source) === entry.source) return []
  const source: Change = { span: spans.source, text: entry.source }
  return spans.port
    ? [source, { span: spans.port, text: format.hide?.(record, spans.port) ?? '-' }]
    : [source]
}

const hiddenFields = [
  'identity',
  'user',
  'referer',
  'cookie',
  'host',
  'serverName',
  'listens',
  'forwarded',
  'realIp',
  'missing',
] as const

/** `/search?q=me` becomes `/search?-`, in a field of its own or inside the request. */
function withoutQuery({ record, located: { spans } }: EntryReading): readonly Change[] {
  const changes: Change[] = []
  if (spans.query && record.slice(...spans.query) !== '-')
    changes.push({ span: spans.query, text: '-' })
  for (const span of [spans.target, spans.request]) {
    if (!span) continue
    const text = record.slice(...span)
    const mark = text.indexOf('?')
    if (mark === -1) continue
    const version = text.lastIndexOf(' HTTP/')
    const end = span === spans.request && version > mark ? version : text.length
    changes.push({ span: [span[0] + mark + 1, span[0] + end], text: '-' })
  }
  return changes
}

function changed(record: string, changes: readonly Change[]): string {
  let text = ''
  let at = 0
  for (const { span, text: instead } of changes.toSorted(
    (one, other) => one.span[0] - other.span[0],
  )) {
    text += record.slice(at, span[0]) + instead
    at = span[1]
  }
  return text + record.slice(at)
}
