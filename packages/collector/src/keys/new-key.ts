import type { Instant } from '@redalert/core'
import type { KeptKey } from '../trust/kept-key.ts'
import { hashKey } from './hash-key.ts'

/** Makes a key: its text, which is shown once, and what is kept of it. `random`: {@link keyBytes} of the system's. */
export function newKey(
  { submitter, scopes }: Pick<KeptKey, 'submitter' | 'scopes'>,
  now: Instant,
  random: Uint8Array,
): { readonly text: string; readonly kept: KeptKey } {
  if (random.length !== keyBytes) throw new RangeError(`a key is made of ${keyBytes} bytes`)
  const hex = Buffer.from(random).toString('hex')
  const [id, secret] = [hex.slice(0, idBytes * 2), hex.slice(idBytes * 2)]
  const text = `ra_${id}_${secret}`
  return {
    text,
    kept: {
      id,
      hash: hashKey(text),
      submitter,
      scopes,
      made: now,
      lastUsed: null,
      revoked: false,
    },
  }
}

const idBytes = 6
/** How many random bytes make a key. */
export const keyBytes = idBytes + 20
