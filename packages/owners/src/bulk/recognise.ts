/** What a file of bulk data is. */
export type BulkKind = 'rpsl' | 'delegated' | 'asns' | 'countries'

/** Tells a file of bulk data by its first lines; its name may be anything. Undefined when it is none that is known. */
export function recogniseBulk(head: readonly string[]): BulkKind | undefined {
  for (const line of head) {
    const text = line.trim()
    if (text === '' || text.startsWith('#') || text.startsWith('%')) continue
    if (/^2(?:\.\d)?\|(?:ripencc|arin|apnic|lacnic|afrinic|nro|iana)\|/.test(text))
      return 'delegated'
    if (/^[0-9a-f.:]+,[0-9a-f.:]+,\d{1,10}(?:,|$)/i.test(text)) return 'asns'
    if (/^[0-9a-f.:]+,[0-9a-f.:]+,[A-Z]{2}$/.test(text)) return 'countries'
    return /^[a-z0-9-]{2,32}:/i.test(text) ? 'rpsl' : undefined
  }
  return undefined
}
