import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A row of the public table of announced networks. */
export type AsnRow = { readonly start: number; readonly end: number; readonly asn: number }

/** Where the package with the table lies, or undefined where it is not installed. */
export function asnTableFolder(): string | undefined {
  try {
    const found = dirname(
      createRequire(import.meta.url).resolve('@ip-location-db/asn/package.json'),
    )
    return existsSync(join(found, 'asn-ipv4-num.csv')) ? found : undefined
  } catch {
    return undefined
  }
}

/** All its IPv4 rows. */
export function asnRows(folder: string): readonly AsnRow[] {
  return readFileSync(join(folder, 'asn-ipv4-num.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => {
      const [start = '', end = '', asn = ''] = line.split(',', 3)
      return { start: Number(start), end: Number(end), asn: Number(asn) }
    })
}

/** Random numbers that are the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many different addresses, each as likely as any other that is announced. */
export function spreadHosts(
  rows: readonly AsnRow[],
  count: number,
  random: () => number,
): number[] {
  const ends: number[] = []
  let total = 0
  for (const { start, end } of rows) ends.push((total += end - start + 1))
  const hosts = new Set<number>()
  while (hosts.size < count) {
    const at = Math.floor(random() * total)
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    hosts.add((rows[low]?.end ?? 0) - ((ends[low] ?? 0) - 1 - at))
  }
  return [...hosts]
}
