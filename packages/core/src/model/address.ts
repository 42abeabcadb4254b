/** An IP address in its one canonical spelling (RFC 5952; IPv4-mapped is IPv4); only {@link parseAddress} makes one. */
export type Address = string & { readonly _: 'Address' }

/** Reads an IPv4 or IPv6 address, or gives undefined when the text is none, or is one only by a second reading (octal, short, padded, with a zone or a port). */
export function parseAddress(text: string): Address | undefined {
  const words = addressWords(text)
  return words && (spell(words) as Address)
}

/** The 16-bit words of an address, two for IPv4 and eight for IPv6, so that addresses can be compared as numbers. */
export function addressWords(text: string): readonly number[] | undefined {
  if (text.length < 2 || text.length > 45) return undefined
  if (!text.includes(':')) return readIpv4(text)
  const words = readIpv6(text)
  return words && isMapped(words) ? words.slice(6) : words
}

function readIpv4(text: string): number[] | undefined {
  const octets = text.split('.')
  if (octets.length !== 4) return undefined
  const values: number[] = []
  for (const octet of octets) {
    const value = readNumber(octet, 10, 3)
    if (value === undefined || value > 255) return undefined
    if (octet.length > 1 && octet.startsWith('0')) return undefined
    values.push(value)
  }
  const [a = 0, b = 0, c = 0, d = 0] = values
  return [(a << 8) | b, (c << 8) | d]
}

function readIpv6(text: string): number[] | undefined {
  const gap = text.indexOf('::')
  if (gap === -1) {
    const words = readGroups(text)
    return words?.length === 8 ? words : undefined
  }
  if (text.includes('::', gap + 1)) return undefined
  const [before, after] = [text.slice(0, gap), text.slice(gap + 2)]
  if (before.includes('.')) return undefined
  const head = before === '' ? [] : readGroups(before)
  const tail = after === '' ? [] : readGroups(after)
  if (!head || !tail || head.length + tail.length > 7) return undefined
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}

function readGroups(text: string): number[] | undefined {
  const groups = text.split(':')
  const words: number[] = []
  for (const [index, group] of groups.entries()) {
    if (group.includes('.')) {
      const ipv4 = index === groups.length - 1 ? readIpv4(group) : undefined
      if (!ipv4) return undefined
      words.push(...ipv4)
      continue
    }
    const word = readNumber(group, 16, 4)
    if (word === undefined) return undefined
    words.push(word)
  }
  return words
}

function readNumber(text: string, base: 10 | 16, longest: number): number | undefined {
  if (text.length === 0 || text.length > longest) return undefined
  let value = 0
  for (let index = 0; index < text.length; index++) {
    const digit = digitValue(text.charCodeAt(index))
    if (digit >= base) return undefined
    value = value * base + digit
  }
  return value
}

function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : 99
}

function isMapped(words: readonly number[]): boolean {
  return words[5] === 0xffff && words.slice(0, 5).every(word => word === 0)
}

function spell(words: readonly number[]): string {
  if (words.length === 2) return words.flatMap(word => [word >> 8, word & 0xff]).join('.')
  const [start, length] = longestRunOfZeros(words)
  const groups = words.map(word => word.toString(16))
  if (length < 2) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
}

function longestRunOfZeros(words: readonly number[]): readonly [start: number, length: number] {
  let best: readonly [number, number] = [0, 0]
  for (let start = 0; start < words.length; start++) {
    let length = 0
    while (words[start + length] === 0) length++
    if (length > best[1]) best = [start, length]
    start += length
  }
  return best
}
