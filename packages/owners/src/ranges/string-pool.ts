/** Many texts in two arrays, as a snapshot keeps them: one is decoded only when it is asked for. */
export type StringPool = { readonly offsets: Uint32Array; readonly bytes: Uint8Array }

const decoder = new TextDecoder()

/** Packs texts; the number of a text is its place in the list. */
export function packStrings(texts: readonly string[]): StringPool {
  const encoder = new TextEncoder()
  const parts = texts.map(text => encoder.encode(text))
  const offsets = new Uint32Array(texts.length + 1)
  for (const [at, part] of parts.entries()) offsets[at + 1] = (offsets[at] ?? 0) + part.length
  const bytes = new Uint8Array(offsets.at(-1) ?? 0)
  for (const [at, part] of parts.entries()) bytes.set(part, offsets[at])
  return { offsets, bytes }
}

/** The text of a number; empty when there is none. */
export function stringAt({ offsets, bytes }: StringPool, at: number): string {
  return decoder.decode(bytes.subarray(offsets[at] ?? 0, offsets[at + 1] ?? 0))
}
