import { join } from 'node:path'
import type { Instant } from '@redalert/core'
import { domainOf, headerText, parseMailbox, returnAddress } from '@redalert/notices'
import { appealedFamilies } from '../appeal/appealed-families.ts'
import type { Config } from '../config/schema.ts'
import { hearWeekly } from '../hearing/hear-weekly.ts'
import { type Hearing, hearing } from '../hearing/hearing.ts'
import { rateLimit } from '../intake/rate.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { oursFrom } from '../letters/answer/ours-from.ts'
import { lifeLimitsOf } from '../policy/life-limits-of.ts'
import { type Readers, startReaders } from '../reading/readers.ts'
import { readBeliefs } from '../store/sqlite/beliefs/read-beliefs.ts'
import { returnPrefixes } from '../telling/compose-letter.ts'
import { returnKey } from '../telling/letter-sender.ts'
import type { OwnerRoutes } from '../web/owner-routes.ts'
import type { FeedRoutes } from '../web/feed-routes.ts'
import { ownerFeed } from './owner-feed.ts'
import { ownerPages, type OwnerPagesParts } from './owner-pages.ts'

/** What listening is built from, beside a configuration. */
export type HearingFrom = {
  readonly folder: string
  readonly now: () => Instant
  readonly random: (count: number) => Uint8Array
  readonly alarm: (sentence: string) => void
  readonly cells: OwnerPagesParts['cells']
}

/** What listens for a collector that writes letters, and the pages that they name. */
export type HearingAndPages = Hearing & {
  readonly pages: OwnerRoutes
  readonly feed: FeedRoutes
}

/** The same while configurations come and go; without a relay nothing comes back, and nothing is heard. */
export type HearingServed = HearingAndPages &
  AsyncDisposable & { readonly reload: (config: Config) => void }

/** So often one key may be used. */
const perMinute = 6

/** What comes back is small, and one mail server waits for it. */
const bounds = { threads: 1, mostSeconds: 10, mostMegabytes: 256 }

/** Listens as a configuration says, and by another one when it is read again. */
export function hearingFrom(config: Config, options: HearingFrom): HearingServed {
  const opened = new DisposableStack()
  let readers: Readers | undefined
  const start = (from: Config): HearingAndPages | undefined =>
    heardBy(from, { ...options, opened, readers: () => (readers ??= startReaders(bounds)) })
  let current = start(config)
  return {
    isAnswered: address => current?.isAnswered(address) ?? false,
    hear: async arrival => await current?.hear(arrival),
    pages: {
      view: key => current?.pages.view(key),
      say: (key, answer) => current?.pages.say(key, answer) ?? false,
    },
    feed: {
      mustWait: key => current?.feed.mustWait(key),
      list: async (key, form) => (await current?.feed.list(key, form)) ?? { kind: 'none' },
    },
    reload(next) {
      // What is being heard meanwhile goes on with what it began with.
      current = start(next)
    },
    async [Symbol.asyncDispose]() {
      await readers?.[Symbol.asyncDispose]()
      opened.dispose()
    },
  }
}

function heardBy(
  { relay, policy, outbox }: Config,
  {
    folder,
    now,
    random,
    alarm,
    cells,
    opened,
    readers,
  }: HearingFrom & { readonly opened: DisposableStack; readonly readers: () => Readers },
): HearingAndPages | undefined {
  const mailbox = relay && parseMailbox(relay.from)
  if (!mailbox) return undefined
  const key = returnKey(folder, random)
  const ledger = opened.use(openLedger(join(folder, 'cases.db'), lifeLimitsOf(policy)))
  // Answers to letters of before come to the domain of before.
  const domains = [...new Set([domainOf(mailbox.address), ...ledger.heard.domains()])]
  const settings = { domains, key, prefixes: returnPrefixes }
  const returnTo = (token: Uint8Array) =>
    domains.map(domain => returnAddress(token, { prefix: returnPrefixes.bounces, domain, key }))
  const listening = hearing({
    ledger,
    ours: oursFrom(settings),
    listen: (body, envelope) => readers().listen(body, envelope, settings),
    returnTo,
    peaceDays: policy.peace_days,
    now,
    alarm,
  })
  const families = appealedFamilies(folder).all
  const organisation = outbox.organisation ?? mailbox.address
  const common = { ledger, returnTo, key, cells, families, now }
  const pages = ownerPages({ ...common, organisation, peaceDays: policy.peace_days })
  const rate = rateLimit(perMinute)
  const feed: FeedRoutes = {
    mustWait(text) {
      const may = rate(text, Date.parse(now()))
      return may.isIn ? undefined : may.after
    },
    list: ownerFeed({
      ...common,
      sender: { kind: 'desk', mailbox, organisation: headerText(organisation) },
      freshDays: policy.fresh_days,
      openBeliefs: () => readBeliefs(join(folder, 'beliefs.db')),
    }),
  }
  const hear: Hearing['hear'] = async arrival =>
    (await listening.hear(arrival)) ?? hearWeekly(arrival, { heard: ledger.heard, now })
  return { ...listening, hear, pages, feed }
}
