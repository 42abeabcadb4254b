/** Gives so many random bytes; Node's `randomBytes` is one. */
export type Random = (length: number) => Uint8Array

/** A random UUID (version 4). */
export function randomUuid(random: Random): string {
  const bytes = [...random(16)]
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
  const places = [0, 8, 12, 16, 20, 32] as const
  return places
    .slice(0, -1)
    .map((start, index) => hex.slice(start, places[index + 1]))
    .join('-')
}
