import { createHmac, timingSafeEqual } from 'node:crypto'
import { type MailAddress, parseMailAddress } from '../safe/mail-address.ts'
import { fromBase32, toBase32 } from './base32.ts'

/** A domain whose mail comes to us, and the key by which our addresses in it are known from guessed ones. */
export type ReturnSettings = {
  readonly prefix: string
  readonly domain: string
  readonly key: Uint8Array
}

const tokenLength = 16
const proofLength = 10

/**
 * The address to which bounces (`b-…`) or answers (`case-…`) of one mail come: it names the mail whatever the rest of
 * them says, survives systems that forget case, and cannot be guessed.
 */
export function returnAddress(
  token: Uint8Array,
  { prefix, domain, key }: ReturnSettings,
): MailAddress {
  if (token.length !== tokenLength) throw new RangeError(`A token has ${tokenLength} bytes.`)
  const signed = Buffer.concat([token, proofOf(token, prefix, key)])
  const address = parseMailAddress(`${prefix}-${toBase32(signed)}@${domain}`)
  if (!address) throw new RangeError('Prefix and domain do not make a mail address.')
  return address
}

/** The token in an address that {@link returnAddress} made with this key; undefined in any other. */
export function readReturnAddress(
  address: string,
  { prefix, domain, key }: ReturnSettings,
): Uint8Array | undefined {
  const [local = '', at, ...more] = address.toLowerCase().split('@')
  if (at !== domain.toLowerCase() || more.length > 0) return undefined
  if (!local.startsWith(`${prefix.toLowerCase()}-`)) return undefined
  const signed = fromBase32(local.slice(prefix.length + 1))
  if (signed?.length !== tokenLength + proofLength) return undefined
  const token = signed.slice(0, tokenLength)
  return timingSafeEqual(signed.slice(tokenLength), proofOf(token, prefix, key)) ? token : undefined
}

function proofOf(token: Uint8Array, prefix: string, key: Uint8Array): Uint8Array {
  const mac = createHmac('sha256', key).update(`${prefix.toLowerCase()}\n`).update(token)
  return mac.digest().subarray(0, proofLength)
}
