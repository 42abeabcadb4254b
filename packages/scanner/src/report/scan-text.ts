import { StringDecoder } from 'node:string_decoder'

const beginning = Buffer.from('{"kind":"redalert",')

/** Whether a text begins as `scan --json` writes. */
export function isScanText(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, beginning.length)).equals(beginning)
}

/** The lines of what a scan wrote. One line holds a source with all its cells, and is as long as it must be. */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new StringDecoder('utf8')
  let begun: string[] = []
  for await (const chunk of chunks) {
    const [first = '', ...rest] = decoder.write(Buffer.from(chunk)).split('\n')
    begun.push(first)
    for (const next of rest) {
      yield begun.join('')
      begun = [next]
    }
  }
  const last = begun.join('') + decoder.end()
  if (last !== '') yield last
}
