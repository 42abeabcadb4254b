import zlib from 'node:zlib'

/** The check sum over bytes that lie one behind the other; null on a Node (before 20.15 and 22.2) that has none to offer. */
export function checkSum(parts: Iterable<Uint8Array>): number | null {
  if (!('crc32' in zlib)) return null
  let sum = 0
  for (const part of parts) sum = zlib.crc32(part, sum)
  return sum
}
