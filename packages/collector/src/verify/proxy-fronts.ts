import { type Cell, type Families, knownFamilies, type Source, wholeMark } from '@redalert/core'

const fewSources = 3
const mostOfAll = 0.8
const leastRequests = 200
const leastFamilies = 4
const leastAgents = 5

/**
 * Sources that stand for many others: a log that names a proxy in place of its clients would accuse the proxy. Of
 * cells it is told by three sources or fewer sending most of at least 200 requests, and each the marks of four
 * families; gives `sensor source`.
 */
export function fronts(
  cells: readonly Cell[],
  families: Families = knownFamilies,
): ReadonlySet<string> {
  const homes = homesOf(families)
  const found = new Set<string>()
  for (const [sensor, own] of Map.groupBy(cells, cell => cell.sensor)) {
    const sources = new Map<Source, { requests: number; families: Set<string> }>()
    for (const { source, mark, identities } of own) {
      const sent = sources.get(source) ?? { requests: 0, families: new Set<string>() }
      sources.set(source, sent)
      sent.requests += identities.length
      sent.families.add(homes.get(wholeMark(mark) ?? mark) ?? mark)
    }
    const total = sum([...sources.values()].map(({ requests }) => requests))
    if (total < leastRequests) continue
    for (const [source, { families }] of few(sources, total, ({ requests }) => requests)) {
      if (families.size >= leastFamilies) found.add(`${sensor} ${source}`)
    }
  }
  return found
}

/** What the lines of one source in a whole log are like. */
export type Sent = { entries: number; readonly agents: Set<string> }

/**
 * The same for a log that is whole, not an extract of what matches: at least half of its requests show no mark. There
 * a front is told by the many agents that it speaks for.
 */
export function frontsOfLog(
  sources: ReadonlyMap<Source, Sent>,
  { entries, marked }: { readonly entries: number; readonly marked: number },
): ReadonlySet<Source> {
  if (entries < leastRequests || marked > entries / 2) return new Set()
  const large = few(sources, entries, sent => sent.entries)
  return new Set(
    large.filter(([, { agents }]) => agents.size >= leastAgents).map(([source]) => source),
  )
}

/** The few that make up most; none when it takes more of them. */
function few<Value>(
  values: ReadonlyMap<Source, Value>,
  total: number,
  size: (value: Value) => number,
): readonly (readonly [Source, Value])[] {
  const largest = [...values]
    .toSorted(([, one], [, other]) => size(other) - size(one))
    .slice(0, fewSources)
  return sum(largest.map(([, value]) => size(value))) >= total * mostOfAll ? largest : []
}

/** The family whose file holds each mark. */
function homesOf(families: Families): ReadonlyMap<string, string> {
  const homes =
    remembered.get(families) ??
    new Map(
      families.list.flatMap(({ id, marks }) => Object.keys(marks).map(mark => [mark, id] as const)),
    )
  remembered.set(families, homes)
  return homes
}

const remembered = new WeakMap<Families, ReadonlyMap<string, string>>()

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
