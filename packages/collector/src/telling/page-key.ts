import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'

/** Where the pages of owners stand. */
export const pagePath = '/o/'

const [tokenBytes, timeBytes, proofBytes] = [16, 4, 16]
const validDays = 180

/** The key to the page of one letter: its token, until when it opens, and a proof that we said so. */
export function pageKey(token: Uint8Array, at: Instant, key: Uint8Array): string {
  if (token.length !== tokenBytes) throw new RangeError(`A token has ${tokenBytes} bytes.`)
  const until = Buffer.alloc(timeBytes)
  until.writeUInt32BE(Math.floor(secondsOf(at)) + validDays * 86_400)
  const said = Buffer.concat([token, until])
  return Buffer.concat([said, proofOf(said, key)]).toString('base64url')
}

/** The token in a key that {@link pageKey} made and that still opens; undefined in any other. */
export function readPageKey(text: string, now: Instant, key: Uint8Array): Uint8Array | undefined {
  if (!/^[\w-]{48}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  const said = bytes.subarray(0, tokenBytes + timeBytes)
  if (!timingSafeEqual(bytes.subarray(said.length), proofOf(said, key))) return undefined
  const until = instantOfSeconds(said.readUInt32BE(tokenBytes))
  return until !== undefined && until > now ? said.subarray(0, tokenBytes) : undefined
}

function proofOf(said: Uint8Array, key: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update('page\n').update(said).digest().subarray(0, proofBytes)
}
