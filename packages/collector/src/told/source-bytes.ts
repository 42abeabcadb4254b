import { type Address, addressWords, parseAddress, type Source } from '@redalert/core'

/** The bytes of an address, four or sixteen, one character each, so that they are a key and sort as addresses do; undefined for a host name. */
export function sourceBytes(source: Source): string | undefined {
  const words = addressWords(source)
  if (!words) return undefined
  let bytes = ''
  for (const word of words) bytes += String.fromCharCode(word >> 8, word & 0xff)
  return bytes
}

/** The address that bytes spell: the inverse of {@link sourceBytes}. */
export function sourceOfBytes(bytes: string): Address {
  const address = parseAddress(bytes.length === 4 ? spellIpv4(bytes) : spellIpv6(bytes))
  if (!address) throw new RangeError('the bytes of an address are neither four nor sixteen')
  return address
}

function spellIpv4(bytes: string): string {
  return Array.from(bytes, byte => byte.charCodeAt(0)).join('.')
}

function spellIpv6(bytes: string): string {
  const groups: string[] = []
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    groups.push(((bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1)).toString(16))
  }
  return groups.join(':')
}
