import type { Attempt } from './colluders.ts'

/** What colluders can do, as a table: for each number of them on a victim the attempt that had most innocents asked about. */
export function colluderTable(attempts: readonly Attempt[]): string {
  const kinds = Map.groupBy(attempts, ({ liars, lies }) => `${liars} ${lies.perVictim}`)
  const rows = [...kinds.values()].flatMap(some => {
    const [best] = some.toSorted(
      (one, other) => other.yield.innocents.ask - one.yield.innocents.ask,
    )
    return best ? [rowOf(best, some)] : []
  })
  return [
    '| colluders | on each victim | innocents asked about, at most | of so many lied about | how | asserted, at most | escalated, at most |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function rowOf(
  { liars, lies, yield: { innocents, framed } }: Attempt,
  all: readonly Attempt[],
): string {
  const most = (consequence: 'assert' | 'escalate') =>
    Math.max(...all.map(each => each.yield.innocents[consequence]))
  const how = [
    `${lies.perDay} a day each`,
    ...(lies.camouflaged ? ['camouflaged'] : []),
    ...(lies.atOnce ? ['at once'] : []),
  ].join(', ')
  const cells = [
    liars,
    lies.perVictim,
    innocents.ask,
    framed,
    how,
    most('assert'),
    most('escalate'),
  ]
  return `| ${cells.join(' | ')} |`
}
