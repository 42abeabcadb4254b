import type { Instant } from '@redalert/core'
import { borneOut } from './borne-out.ts'
import { classOf } from './class-of.ts'
import { type Decision, decide } from './decide.ts'
import { lieScores } from './lie-scores.ts'
import type { NetworkTable } from './network-table.ts'
import { partiesOf } from './parties-of.ts'
import { dailyLimits } from './quota.ts'
import type { ToldHost } from './report.ts'
import type { Standing } from './standing.ts'
import type { Submitter } from './submitter.ts'
import type { TrustPolicy } from './trust-policy.ts'

/** All from which it follows whom to believe. */
export type Grounds = {
  readonly submitters: Iterable<Submitter>
  /** What was told of the time about which is decided; read several times. */
  readonly told: Iterable<ToldHost>
  /** What was ever told, which makes the histories; read several times. */
  readonly past: Iterable<ToldHost>
  readonly table: NetworkTable
  readonly now: Instant
}

/** Where every submitter stands that counts, and how far every host may go that they told of. */
export type Belief = {
  readonly standings: ReadonlyMap<string, Standing>
  readonly decisions: readonly Decision[]
}

/**
 * Works out whom to believe, and what follows, from all that was told: nothing is carried along. So whoever is revoked
 * never spoke, and doing it again changes nothing.
 */
export function believe(grounds: Grounds, policy: TrustPolicy): Belief {
  const standings = standingsFrom(grounds, policy)
  const decisions: Decision[] = []
  for (const host of grounds.told) {
    if (!host.reports.some(({ submitter }) => standings.has(submitter))) continue
    decisions.push(decide(host, standings, policy))
  }
  return { standings, decisions }
}

/** Where every submitter stands that is not revoked. */
export function standingsFrom(
  { submitters, told, past, table, now }: Grounds,
  policy: TrustPolicy,
): ReadonlyMap<string, Standing> {
  const live = [...submitters].filter(({ revoked }) => !revoked)
  const stand = (hosts: Iterable<ToldHost>, borneOutOf: (name: string) => number) => {
    const standings = live.map((submitter): readonly [string, Standing] => {
      const has = classOf(submitter, { borneOut: borneOutOf(submitter.name), now }, policy)
      const known = has === 'vetted' || has === 'established'
      const parties = partiesOf(submitter, { table, prefix: policy.prefix }, { known })
      return [submitter.name, { class: has, parties, limits: new Map(), lieScore: null }]
    })
    return withLimits(new Map(standings), hosts, policy)
  }
  const histories = borneOut(
    past,
    stand(past, () => 0),
    policy,
  )
  return withDoubts(
    stand(told, name => histories.get(name) ?? 0),
    told,
    policy,
  )
}

function withLimits(
  standings: ReadonlyMap<string, Standing>,
  told: Iterable<ToldHost>,
  { newHostsPerDay }: TrustPolicy,
): ReadonlyMap<string, Standing> {
  const limits = dailyLimits(told, submitter => {
    const has = standings.get(submitter)?.class
    return has === 'vetted' || has === 'established' || has === 'new'
      ? newHostsPerDay[has]
      : Infinity
  })
  return new Map(
    [...standings].map(([name, standing]) => [
      name,
      { ...standing, limits: limits.get(name) ?? standing.limits },
    ]),
  )
}

/**
 * Doubts whoever scores too high, and looks again without them, until nobody new is to be doubted. In each look only
 * those who stand out most are doubted, for by what they told the others look worse than they are.
 */
function withDoubts(
  standings: ReadonlyMap<string, Standing>,
  told: Iterable<ToldHost>,
  policy: TrustPolicy,
): ReadonlyMap<string, Standing> {
  const scores = lieScores(told, standings, policy)
  const open = [...scores].filter(([name]) => isOpen(standings.get(name)))
  const most = open.reduce((score, [, other]) => Math.max(score, other), 0)
  const limit = Math.max(policy.lies.score, most / 2)
  const doubted = new Set(open.filter(([, score]) => score > limit).map(([name]) => name))
  const next = new Map(
    [...standings].map(([name, standing]): readonly [string, Standing] => {
      const lieScore = scores.get(name) ?? standing.lieScore
      return [
        name,
        { ...standing, class: doubted.has(name) ? 'doubted' : standing.class, lieScore },
      ]
    }),
  )
  return doubted.size > 0 ? withDoubts(next, told, policy) : next
}

function isOpen(standing: Standing | undefined): boolean {
  return standing?.class === 'new' || standing?.class === 'established'
}
