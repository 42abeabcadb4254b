import type { LogEntry } from './entry.ts'
import type { MarkField } from './mark.ts'
import { murmur3 } from './murmur3.ts'

/** What makes a request the same request wherever it is read: 64 bits as 16 hex digits, so that it sorts as text. */
export type Identity = string & { readonly _: 'Identity' }

/**
 * The identity of the request that made a mark: its second, source, port, method and the raw field that made the mark,
 * so that the raw, the redacted and the mailed line have the same one.
 */
export function identify(entry: LogEntry, field: MarkField): Identity {
  const parts = [entry.at, entry.source, entry.port ?? '', entry.method ?? '', entry[field] ?? '']
  const text = parts.join('\n')
  return `${hex(murmur3(text, 0))}${hex(murmur3(text, 0x9747b28c))}` as Identity
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}
