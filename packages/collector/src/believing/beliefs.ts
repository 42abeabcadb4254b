import { type Families, type Instant, knownFamilies, type Source } from '@redalert/core'
import { quickJudge } from './quick-judge.ts'
import type { ToldCell } from '../store/store.ts'
import { type BeliefTables, beliefTables } from '../store/sqlite/beliefs/belief-tables.ts'
import { beliefsVersion } from '../store/sqlite/beliefs/schema.ts'
import { standingWeight } from '../store/sqlite/beliefs/standing-text.ts'
import { standingsFrom } from '../trust/believe.ts'
import { clocksOf } from '../trust/clocks-of.ts'
import { decide } from '../trust/decide.ts'
import type { NetworkTable } from '../trust/network-table.ts'
import { revokedIn } from '../trust/revoked-in.ts'
import type { ToldHost } from '../trust/report.ts'
import type { Standing } from '../trust/standing.ts'
import type { SubmitterBook } from '../trust/submitter-book.ts'
import type { JudgeCells } from '../trust/told-hosts.ts'
import { toldLately } from '../trust/told-lately.ts'
import type { TrustPolicy } from '../trust/trust-policy.ts'

/** From what beliefs follow. */
export type BeliefGrounds = {
  readonly told: {
    readonly projected: () => number
    readonly cellsOf: (sources: Iterable<Source>) => ReadonlyMap<Source, readonly ToldCell[]>
    /** Every cell, source by source. */
    readonly allCells: () => Iterable<ToldCell>
  }
  readonly book: Pick<SubmitterBook, 'submitters'>
  readonly table: NetworkTable
  /** By which cells are judged; asked whenever something is. Those that redalert knows, unless said otherwise. */
  readonly families?: () => Families
}

/** What is believed of every host. Whatever happens in whatever order, after a review it is what `believe` says of all that was told. */
export type Beliefs = Disposable & {
  /** Something was told of some sources, up to an arrival: they are decided about again. True: of some who told nothing is known yet, so that a review is due. */
  readonly touch: (sources: Iterable<Source>, projected: number) => boolean
  /** Looks again at whom to believe, and decides again wherever that changed something. */
  readonly review: (now: Instant, policy: TrustPolicy) => void
}

/** Opens what is believed. */
export function openBeliefs(file: string, grounds: BeliefGrounds): Beliefs {
  const tables = beliefTables(file)
  const { families = () => knownFamilies } = grounds
  const judging = rememberedJudge()
  let standings = tables.standings()
  let rule = policyOf(tables)
  // Whoever stopped between telling and deciding left something undecided.
  let isBehind = tables.note('projected') !== String(grounds.told.projected())

  const decideAbout = (source: Source, hosts: readonly ToldHost[]): void => {
    const policy = rule
    if (!policy) return
    const known = hosts.filter(({ reports }) =>
      reports.some(({ submitter }) => standings.has(submitter)),
    )
    tables.replaceDecisions(
      source,
      known.map(host => decide(host, standings, policy)),
    )
  }
  const takeStandings = (now: Instant, policy: TrustPolicy): void => {
    const told = tables.told()
    const submitters = [...grounds.book.submitters()]
    const next = standingsFrom({ submitters, told, past: told, table: grounds.table, now }, policy)
    const sources = new Set(changedBetween(standings, next).flatMap(name => tables.sourcesOf(name)))
    standings = next
    tables.replaceStandings(next)
    for (const source of sources) decideAbout(source, tables.toldOf(source))
    const revoked = revokedIn(grounds.book)
    const leftOf = (source: Source): readonly ToldCell[] =>
      (grounds.told.cellsOf([source]).get(source) ?? []).filter(
        ({ submitter }) => !revoked.has(submitter),
      )
    tables.replaceClocks(clocksOf(told, leftOf))
  }
  const makeAgain = (basis: string, policy: TrustPolicy, judged: JudgeCells): void => {
    const projected = grounds.told.projected()
    tables.clear()
    standings = new Map()
    tables.setNote('policy', JSON.stringify(policy))
    rule = policy
    const revoked = revokedIn(grounds.book)
    for (const [source, told] of bySource(grounds.told.allCells()))
      tables.replaceTold(source, lately(told, { revoked, judged, policy }))
    tables.setNote('basis', basis)
    tables.setNote('projected', String(projected))
  }
  return {
    touch(sources, projected) {
      let isReviewDue = false
      const policy = rule
      // Before the first review nothing is known: it looks at everything anyway.
      if (!policy) return true
      const revoked = revokedIn(grounds.book)
      const judged = judging(families())
      tables.together(() => {
        for (const [source, told] of grounds.told.cellsOf(sources)) {
          const hosts = lately(told, { revoked, judged, policy })
          tables.replaceTold(source, hosts)
          decideAbout(source, hosts)
          isReviewDue ||= hosts.some(({ reports }) =>
            reports.some(({ submitter }) => !standings.has(submitter)),
          )
        }
        if (!isBehind) tables.setNote('projected', String(projected))
      })
      return isReviewDue
    },
    review(now, policy) {
      const known = families()
      const basis = beliefsBasis(grounds.book, policy, known)
      tables.together(() => {
        if (tables.note('basis') !== basis || isBehind) makeAgain(basis, policy, judging(known))
        takeStandings(now, policy)
      })
      isBehind = false
    },
    [Symbol.dispose]() {
      tables[Symbol.dispose]()
    },
  }
}

/** On what reports rest besides the cells: where it is another, all of them are made again. */
export function beliefsBasis(
  book: BeliefGrounds['book'],
  policy: TrustPolicy,
  { version: signaturesVersion }: Families,
): string {
  const revoked = [...revokedIn(book)].toSorted()
  return JSON.stringify({ version: beliefsVersion, signaturesVersion, policy, revoked })
}

function policyOf({ note }: Pick<BeliefTables, 'note'>): TrustPolicy | undefined {
  const text = note('policy')
  return text === undefined ? undefined : (JSON.parse(text) as TrustPolicy)
}

/** Judges by some families; the last judge is kept with what it remembers. */
function rememberedJudge(): (families: Families) => JudgeCells {
  let last: { readonly families: Families; readonly judged: JudgeCells } | undefined
  return families => {
    last = last?.families === families ? last : { families, judged: quickJudge(families) }
    return last.judged
  }
}

/** What was told of one source of late, as reports. */
function lately(
  told: readonly ToldCell[],
  {
    revoked,
    judged,
    policy,
  }: {
    readonly revoked: ReadonlySet<string>
    readonly judged: JudgeCells
    readonly policy: TrustPolicy
  },
) {
  const left = told.filter(({ submitter }) => !revoked.has(submitter))
  return toldLately(left, judged, policy.withinDays)
}

function changedBetween(
  before: ReadonlyMap<string, Standing>,
  after: ReadonlyMap<string, Standing>,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(name => {
    const [one, other] = [before.get(name), after.get(name)]
    return !one || !other || standingWeight(one) !== standingWeight(other)
  })
}

function* bySource(
  cells: Iterable<ToldCell>,
): Generator<readonly [Source, readonly ToldCell[]], void> {
  let own: ToldCell[] = []
  for (const told of cells) {
    const [first] = own
    if (first && first.cell.source !== told.cell.source) {
      yield [first.cell.source, own]
      own = []
    }
    own.push(told)
  }
  const [first] = own
  if (first) yield [first.cell.source, own]
}
