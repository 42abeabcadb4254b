import { Headers } from '@zone-eu/mailsplit'
import { headersOf } from './headers.ts'

const longestHead = 256 * 1024

/** The header lines of a message by name, without looking at its body. */
export function parseHead(message: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const text = Buffer.from(
    message.buffer,
    message.byteOffset,
    Math.min(message.length, longestHead),
  ).toString('latin1')
  const end = text.search(/\r?\n\r?\n/)
  return headersOf(new Headers(Buffer.from(end === -1 ? text : text.slice(0, end), 'latin1')))
}
