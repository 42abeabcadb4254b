import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Families, type Instant, instantOfSeconds, parseNetwork } from '@redalert/core'
import type { Sender } from '@redalert/notices'
import type { CertTable, OwnerOptions, OwnerParts } from '@redalert/owners'
import { appealedFamilies } from '../appeal/appealed-families.ts'
import { quickJudge } from '../believing/quick-judge.ts'
import { withoutRevoked } from '../believing/without-revoked.ts'
import type { Config } from '../config/schema.ts'
import { Fault } from '../fault.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { lifeLimitsOf } from '../policy/life-limits-of.ts'
import { type BeliefReader, readBeliefs } from '../store/sqlite/beliefs/read-beliefs.ts'
import type { ToldCell } from '../store/store.ts'
import { sqliteReader, type StoreReader } from '../store/sqlite/sqlite-reader.ts'
import { sqliteSubmitterBook } from '../store/sqlite/submitters/submitter-book.ts'
import { revokedIn } from '../trust/revoked-in.ts'
import type { Standing } from '../trust/standing.ts'
import { statusFor } from './status-for.ts'
import { returnKey } from './letter-sender.ts'
import { revokedText } from './is-weighed.ts'
import { tell, type Told } from './tell.ts'
import type { ToldByRevoked } from './weigh-revoked.ts'

/** What telling of a collector's folder needs. */
export type TellKnown = {
  readonly folder: string
  readonly config: Pick<Config, 'policy' | 'outbox'> & { readonly http?: Config['http'] }
  readonly owners: OwnerParts
  readonly teams: CertTable
  readonly asking?: OwnerOptions
  readonly sender: Sender
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly random: (count: number) => Uint8Array
  readonly isStopped: () => boolean
  readonly report: (error: unknown) => void
}

/** Tells, once, of what lies in a collector's folder; it may run meanwhile. What revoked submitters said counts for nothing. */
export async function tellKnown(options: TellKnown): Promise<Told> {
  const { folder, config, clock, random, owners, teams, asking, sender, isStopped, report } =
    options
  if (!existsSync(join(folder, 'intake.db')))
    throw new Fault('no-folder', `No collector ever ran in ${folder}: there is no intake.db.`)
  using beliefs = readBeliefs(join(folder, 'beliefs.db'))
  if (!beliefs) throw new Fault('not-stored', 'Nothing is decided yet: ask again in a moment.')
  using book = sqliteSubmitterBook(join(folder, 'intake.db'))
  using reader = sqliteReader(folder)
  using ledger = openLedger(join(folder, 'cases.db'), lifeLimitsOf(config.policy))
  const families = appealedFamilies(folder).all()
  const revoked = revokedIn(book)
  const store = withoutRevoked(reader, revoked, families)
  const listeners = new Set(
    [...book.submitters()]
      .map(({ name }) => name)
      .filter(name => !revoked.has(name) && isListener(beliefs.standing(name))),
  )
  // What is half put in order shows less than is known: nobody takes anything back for that.
  const { kept, projected } = reader.position()
  if (projected < Math.min(kept, Number(ledger.notes.note('projected') ?? 0)))
    throw new Fault('not-stored', 'What was told is being put in order: ask again in a moment.')
  if (revokedText(revokedBefore(beliefs)) !== revokedText(revoked))
    throw new Fault('not-stored', 'Whom to believe is being worked out: ask again in a moment.')
  ledger.notes.setNote('projected', String(projected))
  return await tell({
    ledger,
    beliefs,
    families,
    weighed: () => ledger.notes.setNote('revoked', revokedText(revoked)),
    byRevoked: toldByRevoked(reader, revoked, families),
    listening: {
      cellsOf(sources) {
        const left = (all: readonly ToldCell[]) =>
          all.filter(({ submitter }) => listeners.has(submitter))
        return new Map([...reader.cellsOf(sources)].map(([source, all]) => [source, left(all)]))
      },
      judged: quickJudge(families),
      submitters: listeners,
      coverageOf: store.coverage,
      sourcesOf: beliefs.sourcesOf,
    },
    cells: store.cells,
    hosts(source) {
      const within = parseNetwork(source)
      return within ? store.hosts({ within }) : []
    },
    owners,
    teams,
    ...(asking && { asking }),
    policy: config.policy,
    limits: config.outbox,
    sender,
    submitters: book,
    statusOf: submitter =>
      statusFor(folder, submitter, instantOfSeconds(clock() / 1000) as Instant),
    key: returnKey(folder, random),
    ...(config.http?.address !== undefined && { address: config.http.address }),
    now: () => instantOfSeconds(clock() / 1000) as Instant,
    random,
    isStopped,
    report,
  })
}

/** Whose silence counts: whoever came yesterday could say that they listened to everything, and have machines called clean. */
function isListener(standing: Standing | undefined): boolean {
  return standing !== undefined && ['own', 'vetted', 'established'].includes(standing.class)
}

/** Whether somebody told of a host by whose words nobody goes any more: each one's cells are judged by themselves. */
function toldByRevoked(
  { cells }: Pick<StoreReader, 'cells'>,
  revoked: ReadonlySet<string>,
  families: Families,
): ToldByRevoked {
  if (revoked.size === 0) return () => false
  const judged = quickJudge(families)
  return (source, family) => {
    const lost = cells(source).filter(({ submitter }) => revoked.has(submitter))
    const own = Map.groupBy(lost, ({ submitter }) => submitter)
    return [...own.values()].some(told =>
      judged(told.map(({ cell }) => cell)).some(verdict => verdict.family === family),
    )
  }
}

/** Who was revoked when it was last worked out whom to believe. */
function revokedBefore({ note }: Pick<BeliefReader, 'note'>): readonly string[] {
  const { revoked = [] } = JSON.parse(note('basis') ?? '{}') as { readonly revoked?: string[] }
  return revoked
}
