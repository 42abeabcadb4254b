import { createHmac } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { type Families, type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import {
  csvName,
  hostsCsv,
  type Notice,
  type NoticedHost,
  type PageState,
  parseMailAddress,
  randomUuid,
  type Sender,
} from '@redalert/notices'
import { after } from '../cases/after.ts'
import type { HostLife, LifeState } from '../cases/life/host-life.ts'
import { hostKey } from '../cases/life/host-key.ts'
import { caseContact } from '../hearing/about-letter.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { noteStage, type PostedLetter } from '../letterbox.ts'
import { type HostFacts, noticedHosts } from '../telling/noticed-hosts.ts'
import type { BeliefReader } from '../store/sqlite/beliefs/read-beliefs.ts'
import { readPageKey } from '../telling/page-key.ts'
import { inPool } from '../wishes/in-pool.ts'
import type { FeedAnswer, FeedForm, FeedRoutes } from '../web/feed-routes.ts'
import { letterOfToken } from './letter-of-token.ts'
import { pageStates } from './viewed-host.ts'

/** What the lists of owners are made from. */
export type OwnerFeedParts = Pick<HostFacts, 'cells'> & {
  /** What was decided about a source; undefined while nothing is. */
  readonly openBeliefs: () => (Pick<BeliefReader, 'decisionsOf'> & Disposable) | undefined

  readonly ledger: Ledger
  readonly returnTo: (token: Uint8Array) => readonly string[]
  readonly key: Uint8Array
  readonly sender: Sender
  readonly freshDays: number
  readonly families: () => Families
  readonly now: () => Instant
}

/** How long what stands in a list may be gone by. */
const validSeconds = 86_400
const mostHosts = 10_000
const atOnce = 50

/** The lists of owners for their programs: a key that was mailed opens that of its contact, until they say that it shall not. */
export function ownerFeed(parts: OwnerFeedParts): FeedRoutes['list'] {
  const { ledger, now, key } = parts
  const letterOf = (text: string): PostedLetter | undefined => {
    const token = readPageKey(text, now(), key, 'feed')
    const letter = token && letterOfToken(token, parts)
    if (!letter || noteStage(letter) !== 'feed') return undefined
    const { feed } = ledger.wishes.of(caseContact(letter))
    return feed && letter.at >= feed.since ? letter : undefined
  }
  return async (text, form) => {
    const letter = letterOf(text)
    if (!letter) return { kind: 'none' }
    if (ledger.letterbox.gate()?.state !== 'open') return { kind: 'stopped' }
    return await list(letter, form, parts)
  }
}

type Row = { readonly life: HostLife; readonly host: NoticedHost; readonly isPool: boolean }

async function list(
  letter: PostedLetter,
  form: FeedForm,
  parts: OwnerFeedParts,
): Promise<FeedAnswer> {
  const { sender, now } = parts
  const at = now()
  const rows = await rowsOf(caseContact(letter), parts)
  const notice = noticeOf(rows, letter, { sender, at })
  const fileName = csvName(notice)
  if (form === 'csv') return { kind: 'list', text: hostsCsv(notice), fileName }
  const whole = {
    kind: 'hosts',
    schema: 1,
    tlp: 'AMBER',
    at,
    expires: instantOfSeconds(secondsOf(at) + validSeconds) ?? at,
    organisation: sender.kind === 'desk' ? sender.organisation : sender.mailbox.address,
    case: letter.caseName,
    hosts: rows.map(plainRow),
  }
  return {
    kind: 'list',
    text: `${JSON.stringify(whole)}\n`,
    fileName: fileName.replace(/csv$/, 'json'),
  }
}

/** What may be told of now, the latest first: in pieces, so that nobody waits for a long list. */
async function rowsOf(contact: string, parts: OwnerFeedParts): Promise<readonly Row[]> {
  const { ledger, families, cells, openBeliefs, key } = parts
  using beliefs = openBeliefs()
  const partiesOf: HostFacts['partiesOf'] = (source, family) =>
    beliefs?.decisionsOf(source).find(each => each.family === family)?.parties ?? 1
  const wishes = ledger.wishes.of(contact)
  const lives = livesOf(contact, parts)
  const rows: Row[] = []
  for (let start = 0; start < lives.length; start += atOnce) {
    for (const life of lives.slice(start, start + atOnce)) {
      const newId = () => reportId(life, key)
      const facts = { cells, partiesOf, newId, ownerOf: () => undefined, families: families() }
      for (const host of noticedHosts([life], facts))
        rows.push({ life, host, isPool: inPool(wishes, life.source) })
    }
    await turn()
  }
  return rows
}

function livesOf(
  contact: string,
  { ledger, families, freshDays, now }: OwnerFeedParts,
): readonly HostLife[] {
  const { book, answerers } = ledger
  const found = new Map<string, HostLife>()
  const add = (life: HostLife | undefined) => life && found.set(hostKey(life), life)
  for (const life of book.toldTo(contact)) add(life)
  for (const source of answerers.of(contact))
    for (const { id } of families().list) add(book.host(source, id))
  const stale = after(now(), -24 * freshDays)
  return [...found.values()]
    .filter(({ state, may, last }) => may !== null && listed.has(state) && last > stale)
    .toSorted((one, other) => (one.last < other.last ? 1 : one.last > other.last ? -1 : 0))
    .slice(0, mostHosts)
}

/** What is disputed, set aside or not sure is told to no program. */
const listed: ReadonlySet<LifeState> = new Set([
  'confirmed',
  'told',
  'active-after-notice',
  'relapsed',
  'unknowable',
  'claimed-cleaned',
  'claimed-patched',
  'quiet',
  'fixed',
])

/** The same machine has the same id in every list. */
function reportId({ source, family, tenancy }: HostLife, key: Uint8Array): string {
  const said = `report\n${source} ${family} ${tenancy}`
  return randomUuid(length => createHmac('sha256', key).update(said).digest().subarray(0, length))
}

function noticeOf(
  rows: readonly Row[],
  { mailbox }: PostedLetter,
  { sender, at }: { readonly sender: Sender; readonly at: Instant },
): Notice {
  const address = parseMailAddress(mailbox)
  if (!address) throw new TypeError('A letter went to a mailbox that is none.')
  return {
    sender,
    recipient: { address, language: 'en', form: 'cert' },
    stage: { kind: 'first' },
    hosts: rows.map(({ host }) => host),
    at,
  }
}

function plainRow({ life, host, isPool }: Row): {
  readonly state: PageState
  readonly [name: string]: unknown
} {
  const { family, requests } = host
  return {
    id: host.report,
    source: host.source,
    family: family.id,
    hole: family.hole.id,
    grade: host.voice === 'states' ? 'infected' : 'likely',
    state: pageStates[life.state],
    pool: isPool,
    first: host.first,
    last: host.last,
    requests: requests.count,
    estimated: !requests.exact,
    reporters: host.reporters,
  }
}
