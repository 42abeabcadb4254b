import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'

/** Where the pages of owners stand. */
export const pagePath = '/o/'
/** Where their lists for programs do. */
export const feedPath = '/f/'

/** What a key opens: none opens what another one does. */
export type KeyPurpose = 'page' | 'feed'

const [tokenBytes, timeBytes, proofBytes] = [16, 4, 16]
const validDays = 180

/** The key to the page of one letter: its token, until when it opens, and a proof that we said so. */
export function pageKey(
  token: Uint8Array,
  at: Instant,
  key: Uint8Array,
  purpose: KeyPurpose = 'page',
): string {
  if (token.length !== tokenBytes) throw new RangeError(`A token has ${tokenBytes} bytes.`)
  const until = Buffer.alloc(timeBytes)
  until.writeUInt32BE(Math.floor(secondsOf(at)) + validDays * 86_400)
  const said = Buffer.concat([token, until])
  return Buffer.concat([said, proofOf(said, key, purpose)]).toString('base64url')
}

/** The token in a key that {@link pageKey} made and that still opens; undefined in any other. */
export function readPageKey(
  text: string,
  now: Instant,
  key: Uint8Array,
  purpose: KeyPurpose = 'page',
): Uint8Array | undefined {
  if (!/^[\w-]{48}$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  const said = bytes.subarray(0, tokenBytes + timeBytes)
  if (!timingSafeEqual(bytes.subarray(said.length), proofOf(said, key, purpose))) return undefined
  const until = instantOfSeconds(said.readUInt32BE(tokenBytes))
  return until !== undefined && until > now ? said.subarray(0, tokenBytes) : undefined
}

function proofOf(said: Uint8Array, key: Uint8Array, purpose: KeyPurpose): Uint8Array {
  const mac = createHmac('sha256', key).update(`${purpose}\n`).update(said)
  return mac.digest().subarray(0, proofBytes)
}
