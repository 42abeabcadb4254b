const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Bytes as lower-case letters and digits (RFC 4648 without padding). */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let [bits, held] = [0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + letters.charAt((held << (5 - bits)) & 31) : text
}

/** The bytes that {@link toBase32} wrote so; undefined when it never writes this. */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  let [bits, held] = [0, 0]
  for (const letter of text) {
    const value = letters.indexOf(letter)
    if (value === -1) return undefined
    held = (held << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push(held >> bits)
    held &= (1 << bits) - 1
  }
  return toBase32(Uint8Array.from(bytes)) === text ? Uint8Array.from(bytes) : undefined
}
