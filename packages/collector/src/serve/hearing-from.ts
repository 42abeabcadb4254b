import { join } from 'node:path'
import type { Instant } from '@redalert/core'
import { domainOf, parseMailbox, returnAddress } from '@redalert/notices'
import { appealedFamilies } from '../appeal/appealed-families.ts'
import type { Config } from '../config/schema.ts'
import { type Hearing, hearing } from '../hearing/hearing.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { oursFrom } from '../letters/answer/ours-from.ts'
import { lifeLimitsOf } from '../policy/life-limits-of.ts'
import { type Readers, startReaders } from '../reading/readers.ts'
import { returnPrefixes } from '../telling/compose-letter.ts'
import { returnKey } from '../telling/letter-sender.ts'
import type { OwnerRoutes } from '../web/owner-routes.ts'
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
export type HearingAndPages = Hearing & { readonly pages: OwnerRoutes }

/** The same while configurations come and go; without a relay nothing comes back, and nothing is heard. */
export type HearingServed = HearingAndPages &
  AsyncDisposable & { readonly reload: (config: Config) => void }

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
  const pages = ownerPages({
    ledger,
    returnTo,
    key,
    organisation: outbox.organisation ?? mailbox.address,
    peaceDays: policy.peace_days,
    cells,
    families: appealedFamilies(folder).all,
    now,
  })
  return { ...listening, pages }
}
