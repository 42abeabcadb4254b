import type { LogFormat } from './format.ts'
import type { Span } from './spans.ts'

/** What stands at a place of a record, out of its wrapping; undefined when the record has no such place. */
export function textAt(
  record: string,
  span: Span | undefined,
  { unwrap }: LogFormat,
): string | undefined {
  if (!span) return undefined
  const raw = record.slice(span[0], span[1])
  return unwrap ? unwrap(raw) : raw
}
