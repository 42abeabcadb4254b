import type { Ledger } from '../ledger/ledger.ts'
import type { PostedLetter } from '../letterbox.ts'

/** The letter that a token names, in whichever domain its addresses were. */
export function letterOfToken(
  token: Uint8Array,
  {
    ledger,
    returnTo,
  }: {
    readonly ledger: Pick<Ledger, 'heard'>
    readonly returnTo: (token: Uint8Array) => readonly string[]
  },
): PostedLetter | undefined {
  for (const each of returnTo(token)) {
    const found = ledger.heard.letterOf({ returnTo: each })
    if (found) return found
  }
  return undefined
}
