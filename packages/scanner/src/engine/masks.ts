/** Eight groups of windows by the halves of each of their four bytes, as a vector instruction looks them up. */
const setSize = 128
const groupsOfSet = 8

/** Bytes that a window may have at one place: sets of low and high halves. */
type Place = { low: number; high: number }

/**
 * Fills tables in which sixteen bytes at a time are looked up: in the bit of a group, whether a byte may stand at a place
 * of one of its windows. Windows are grouped so that their mixtures are few. One group is the escapes, one the lead bytes
 * of overlong forms.
 */
export function fillMasks(
  memory: Uint8Array,
  start: number,
  sets: 1 | 2,
  windows: readonly string[],
): void {
  fill(memory, start, [...grouped(windows, sets * groupsOfSet - 2), escapes(), leads()])
}

/** The same of the two neighbours in each window that are rarest together. */
export function fillPairMasks(memory: Uint8Array, start: number, windows: readonly string[]): void {
  const pairs = [...new Set(windows.map(rarestPair))]
  fill(memory, start, [
    ...grouped(pairs, groupsOfSet - 2),
    escapes().slice(0, 2),
    leads().slice(0, 2),
  ])
}

function fill(memory: Uint8Array, start: number, groups: readonly (readonly Place[])[]): void {
  for (const [group, places] of groups.entries()) {
    const table = start + (group >> 3) * setSize
    for (const [place, { low, high }] of places.entries()) {
      for (let half = 0; half < 16; half++) {
        const at = table + place * 32 + half
        if ((low >> half) & 1) memory[at] = (memory[at] ?? 0) | (1 << (group & 7))
        if ((high >> half) & 1) memory[at + 16] = (memory[at + 16] ?? 0) | (1 << (group & 7))
      }
    }
  }
}

function rarestPair(window: string): string {
  const pairs = [0, 1, 2].map(at => window.slice(at, at + 2))
  const [rarest = ''] = pairs.toSorted((one, other) => commonness(one) - commonness(other))
  return rarest
}

/** A guess by the letters of agents and referers. */
function commonness(pair: string): number {
  let chance = 1
  for (const char of pair) chance *= 'jqz{}$`'.includes(char) ? 0.2 : '()%'.includes(char) ? 0.5 : 1
  return chance
}

function grouped(windows: readonly string[], count: number): readonly (readonly Place[])[] {
  const groups: Place[][] = []
  for (const window of windows.toSorted()) {
    const alone = added(empty(window), window)
    let best = groups.length < count ? groups.length : -1
    let bestCost = groups.length < count ? mixtures(alone) : Number.POSITIVE_INFINITY
    for (const [index, group] of groups.entries()) {
      const cost = mixtures(added(group, window)) - mixtures(group)
      if (cost < bestCost) [best, bestCost] = [index, cost]
    }
    groups[best] = added(groups[best] ?? empty(window), window)
  }
  return groups
}

function empty({ length }: string): Place[] {
  return Array.from({ length }, () => ({ low: 0, high: 0 }))
}

/** Windows have no case: a letter may be small or not, and any byte may lack the bit that tells. */
function added(places: readonly Place[], window: string): Place[] {
  return places.map(({ low, high }, place) => {
    const code = window.charCodeAt(place)
    return {
      low: low | (1 << (code & 15)),
      high: high | (1 << (code >> 4)) | (1 << ((code & ~0x20) >> 4)),
    }
  })
}

function mixtures(places: readonly Place[]): number {
  return places.reduce((product, { low, high }) => product * bits(low) * bits(high), 1)
}

function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}

const any: Place = { low: 0xffff, high: 0xffff }

/** `%41`, `%u`, `\x41`, `\u`: what is behind the sign is looked at byte by byte. */
function escapes(): readonly Place[] {
  return [ofChars('%\\$'), ofChars('234567uxcefUCEF{%\\Ii'), any, any]
}

function leads(): readonly Place[] {
  return [ofChars('\u00c0\u00c1\u00e0\u00f0'), any, any, any]
}

function ofChars(chars: string): Place {
  const place = { low: 0, high: 0 }
  for (let at = 0; at < chars.length; at++) {
    place.low |= 1 << (chars.charCodeAt(at) & 15)
    place.high |= 1 << (chars.charCodeAt(at) >> 4)
  }
  return place
}
