import { type Address, parseAddress } from '@redalert/core'
import { holds, type Range, rangeBetween } from '../ranges/range.ts'
import { type Json, textOf } from './json.ts'

/**
 * The range of an RDAP network, as an answer to the question for an address; undefined when the answer speaks of
 * other addresses, and so of another network's owner.
 */
export function readRange(network: Json, asked: Address): Range | undefined {
  const [start, end] = [plain(network.startAddress), plain(network.endAddress)]
  if (start === undefined || end === undefined) return undefined
  const range = rangeBetween(start, end)
  if (!range) return undefined
  if (holds(range, asked)) return range
  return isFolded(range, asked) ? { start: asked, end: asked } : undefined
}

/** ARIN once padded octets with zeros, `074.125.000.000`, and RIPE once wrote a length behind them. */
function plain(value: unknown): string | undefined {
  const text = textOf(value)?.split('/')[0]
  if (text === undefined || text.includes(':')) return text
  const octets = text.split('.')
  const isPadded = octets.length === 4 && octets.every(octet => /^\d{3}$/.test(octet))
  return isPadded ? octets.map(Number).join('.') : text
}

/** LACNIC once gave the first address of an IPv6 network as its last: then nothing is known but that it was asked for. */
function isFolded({ start, end }: Range, asked: Address): boolean {
  if (start !== end || !start.includes(':') || !asked.includes(':')) return false
  const firstTwo = (address: string) => parseAddress(address)?.split(':').slice(0, 2).join(':')
  return firstTwo(start) === firstTwo(asked)
}
