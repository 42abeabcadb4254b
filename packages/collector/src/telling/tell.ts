import {
  type Address,
  type Families,
  type Instant,
  parseAddress,
  type Source,
} from '@redalert/core'
import { randomUuid, type Sender } from '@redalert/notices'
import {
  type CertTable,
  owner as findOwners,
  type Owner,
  type OwnerOptions,
  type OwnerParts,
  parseMailbox,
} from '@redalert/owners'
import type { Ledger } from '../ledger/ledger.ts'
import type { OutboxLimits } from '../outbox/planning/schema.ts'
import { lifeLimitsOf } from '../policy/life-limits-of.ts'
import type { Policy } from '../policy/schema.ts'
import type { Route } from '../policy/route.ts'
import { lookAtSilence } from '../silence/look-at-silence.ts'
import type { SilenceParts } from '../silence/silence-parts.ts'
import type { BeliefReader } from '../store/sqlite/beliefs/read-beliefs.ts'
import type { HostRow, ToldCell } from '../store/store.ts'
import type { Wishes } from '../wishes/wishes.ts'
import { answerers } from './answerers.ts'
import { type Ticked, tick } from '../tick.ts'
import { composeLetter } from './compose-letter.ts'
import { decidersOf } from './deciders-of.ts'
import { makeNotes } from './make-notes.ts'
import { makeSummaries, type SummaryParts } from './make-summaries.ts'
import { noteSeen } from './note-seen.ts'
import { poolsOf } from './pools-of.ts'
import { retractions } from './retractions.ts'
import { routeOf } from './route-of.ts'
import { type ToldByRevoked, weighRevoked } from './weigh-revoked.ts'

/** What telling needs. */
export type TellParts = {
  readonly ledger: Ledger
  readonly hosts: (source: Source) => Iterable<HostRow>
  readonly cells: (source: Source) => readonly ToldCell[]
  readonly beliefs: Pick<BeliefReader, 'decided' | 'decisionsOf' | 'toldOf' | 'standing' | 'policy'>
  readonly byRevoked: ToldByRevoked
  /** What follows from who is revoked now is written down. */
  readonly weighed: () => void
  /** By what it is judged who is silent. */
  readonly listening: Pick<
    SilenceParts,
    'cellsOf' | 'judged' | 'submitters' | 'coverageOf' | 'sourcesOf'
  >
  /** By which cells are judged. */
  readonly families: Families
  readonly owners: OwnerParts
  readonly teams: CertTable
  /** How far one pass of questions to registries goes. */
  readonly asking?: OwnerOptions
  readonly policy: Policy
  readonly limits: OutboxLimits
  readonly sender: Sender
  /** Who tells us, and what became of what they told. */
  readonly submitters: SummaryParts['submitters']
  readonly statusOf: SummaryParts['statusOf']
  /** By which our return addresses are known from guessed ones. */
  readonly key: Uint8Array
  /** How the collector is reached from outside. */
  readonly address?: string
  readonly now: () => Instant
  readonly random: (count: number) => Uint8Array
  /** The kill switch. */
  readonly isStopped: () => boolean
  /** A letter could not be made; the others are. */
  readonly report: (error: unknown) => void
}

/** What was found out and done. */
export type Told = Ticked & {
  /** Hosts that somebody should be told of, and for which nobody was found yet. */
  readonly unrouted: number
}

/**
 * Tells, once: what was decided is written into the book, whoever answers for each host is looked up, and the letters that
 * are due are made. They are put before a person or let go as the limits say; nothing is sent here.
 */
export async function tell(parts: TellParts): Promise<Told> {
  const { ledger, policy, limits, random, report } = parts
  const { book, letterbox } = ledger
  const never = (mailbox: string): string | undefined => {
    const parsed = parseMailbox(mailbox)
    return parsed ? parts.owners.never.mailbox(parsed) : 'It is no mailbox.'
  }
  noteSeen(book, parts, parts.now())
  weighRevoked(ledger, parts.byRevoked, parts.now())
  parts.weighed()
  const owners = await ownersOf(waiting(parts), parts)
  const routes = new Map<Source, Route>()
  for (const [source, found] of owners) {
    const route = routeOf(found, parts.teams, parts.owners.above)
    if (route) routes.set(source, route)
  }
  const known = new Map<string, Wishes>()
  const wishesOf = (contact: string): Wishes => {
    const wishes = known.get(contact) ?? ledger.wishes.of(contact)
    known.set(contact, wishes)
    return wishes
  }
  ledger.answerers.note(answerers(owners, routes, policy))
  lookAtSilence({
    ...parts.listening,
    book,
    silences: ledger.silences,
    poolOf: poolsOf(wishesOf, owners),
    limits: lifeLimitsOf(policy),
    now: parts.now(),
  })
  const ticked = await tick({
    book,
    wishesOf,
    letterbox,
    policy,
    limits,
    now: parts.now,
    random: () => Buffer.from(random(4)).readUInt32LE() / 2 ** 32,
    isStopped: parts.isStopped,
    retractions: retractions(ledger),
    routeOf: source => routes.get(source),
    never,
    compose: (mail, naming) =>
      composeLetter(mail, naming, {
        sender: parts.sender,
        key: parts.key,
        ...(parts.address !== undefined && { address: parts.address }),
        random,
        cells: parts.cells,
        ownerOf: source => owners.get(source),
        partiesOf: (source, family) =>
          parts.beliefs.decisionsOf(source).find(each => each.family === family)?.parties ?? 1,
        decidersOf: hosts => decidersOf(hosts, parts.beliefs),
        newId: () => randomUuid(random),
        families: parts.families,
      }),
    report,
  })
  await makeAsked({ ...parts, never })
  return { ...ticked, unrouted: owners.size - routes.size }
}

/** Makes what was asked for and is no letter, once letters may leave: nothing piles up before. */
async function makeAsked(
  parts: TellParts & { readonly never: SummaryParts['never'] },
): Promise<void> {
  const { ledger, limits, isStopped } = parts
  if (limits.mode !== 'live' || ledger.letterbox.gate()?.state !== 'open' || isStopped()) return
  await makeNotes(parts)
  await makeSummaries(parts)
}

/** The hosts of which somebody is to be told, or may have to be told more. */
function waiting({ ledger }: TellParts): readonly Address[] {
  const addresses = new Set<Address>()
  for (const { source, may, state } of ledger.book.hosts()) {
    const address = parseAddress(source)
    if (address && may !== null && state !== 'expired' && state !== 'excluded')
      addresses.add(address)
  }
  return [...addresses]
}

async function ownersOf(
  addresses: readonly Address[],
  { owners, asking }: Pick<TellParts, 'owners' | 'asking'>,
): Promise<ReadonlyMap<Source, Owner>> {
  const found = new Map<Source, Owner>()
  if (addresses.length === 0) return found
  for await (const each of findOwners(addresses, owners, asking)) found.set(each.address, each)
  return found
}
