import { murmur3 } from '@redalert/core'

/** Which sources were told of by which submitters: never wrong about a pair that is there, about once in a hundred about one that is not (Bloom 1970). */
export type Filter = Uint8Array

/** A pair of source and submitter as a filter sees it. */
export type Pair = { readonly first: number; readonly step: number }

const bitsPerPair = 10
const probes = 6

/** A filter for so many pairs, empty. */
export function emptyFilter(pairs: number): Filter {
  return new Uint8Array(Math.ceil((Math.max(pairs, 8) * bitsPerPair) / 8))
}

/** What filters see of a source, as bytes of its address, and a submitter. */
export function pairOf(source: string, submitter: number): Pair {
  const first = murmur3(source, submitter)
  return { first, step: murmur3(source, first) | 1 }
}

/** Notes that a submitter told of a source. */
export function addPair(filter: Filter, { first, step }: Pair): void {
  const size = filter.length * 8
  for (let probe = 0, at = first; probe < probes; probe++, at = (at + step) >>> 0) {
    const bit = at % size
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }
}

/** False when this submitter surely never told of this source. */
export function mayHoldPair(filter: Filter, { first, step }: Pair): boolean {
  const size = filter.length * 8
  for (let probe = 0, at = first; probe < probes; probe++, at = (at + step) >>> 0) {
    const bit = at % size
    if (((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false
  }
  return true
}
