/**
 * MurmurHash3 x86 32-bit (Austin Appleby, public domain algorithm) over text of one character per byte.
 * It spreads identities evenly; it protects nothing.
 */
export function murmur3(text: string, seed: number): number {
  const blocks = text.length >>> 2
  let hash = seed | 0
  for (let block = 0; block < blocks; block++) {
    const at = block * 4
    hash ^= scramble(
      byte(text, at) |
        (byte(text, at + 1) << 8) |
        (byte(text, at + 2) << 16) |
        (byte(text, at + 3) << 24),
    )
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64
  }
  let tail = 0
  for (let at = text.length - 1; at >= blocks * 4; at--) tail = (tail << 8) | byte(text, at)
  hash ^= scramble(tail) ^ text.length
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function byte(text: string, at: number): number {
  return text.charCodeAt(at) & 0xff
}

function scramble(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51)
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
}
