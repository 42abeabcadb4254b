import { type Families, knownFamilies, sight, type Signature, type Source } from '@redalert/core'
import { stepHost } from '../cases/host.ts'
import type { HostQuery, HostRow, Projection, ToldCell } from '../store/store.ts'

type Reads = Pick<Projection, 'hosts' | 'cells' | 'allCells' | 'coverage'>

/**
 * What was told as if those who are revoked had never spoken: their cells are not there, and the hosts of which they
 * told are judged again without them. Where nobody is revoked it costs nothing.
 */
export function withoutRevoked(
  reads: Reads,
  revoked: ReadonlySet<string>,
  { list }: Families = knownFamilies,
): Reads {
  if (revoked.size === 0) return reads
  const isLeft = ({ submitter }: ToldCell): boolean => !revoked.has(submitter)
  return {
    cells: source => reads.cells(source).filter(isLeft),
    *allCells() {
      for (const told of reads.allCells()) if (isLeft(told)) yield told
    },
    *hosts(query) {
      const { within } = query
      for (const [source, rows] of rowsBySource(reads.hosts(within ? { within } : {}))) {
        const told = reads.cells(source)
        const left = told.filter(isLeft)
        const hosts = left.length === told.length ? rows : hostsOf(source, left, list)
        for (const host of hosts) if (isMeant(host, query)) yield host
      }
    },
    coverage: submitter => (revoked.has(submitter) ? [] : reads.coverage(submitter)),
  }
}

function* rowsBySource(
  rows: Iterable<HostRow>,
): Generator<readonly [Source, readonly HostRow[]], void> {
  let own: HostRow[] = []
  for (const row of rows) {
    const [first] = own
    if (first && first.source !== row.source) {
      yield [first.source, own]
      own = []
    }
    own.push(row)
  }
  const [first] = own
  if (first) yield [first.source, own]
}

function hostsOf(
  source: Source,
  told: readonly ToldCell[],
  signatures: readonly Signature[],
): readonly HostRow[] {
  const rows = sight(
    told.map(({ cell }) => cell),
    signatures,
    null,
  )
  return rows
    .map(({ family, grade, first, last, requests, cells }): HostRow => {
      const tellers = told.filter(({ cell }) => cells.includes(cell))
      return {
        source,
        family,
        state: stepHost(undefined, { kind: 'judged', grade }),
        grade,
        first,
        last,
        requests,
        sensors: new Set(tellers.map(({ submitter, cell }) => `${submitter} ${cell.sensor}`)).size,
        submitters: new Set(tellers.map(({ submitter }) => submitter)).size,
      }
    })
    .toSorted((one, other) => (one.family < other.family ? -1 : 1))
}

function isMeant({ last, family }: HostRow, query: HostQuery): boolean {
  return (
    (query.since === undefined || last >= query.since) &&
    (query.until === undefined || last < query.until) &&
    (query.family === undefined || family === query.family)
  )
}
