import { join } from 'node:path'
import type { Instant } from '@redalert/core'
import { domainOf, parseMailbox, returnAddress } from '@redalert/notices'
import { appealedFamilies } from '../appeal/appealed-families.ts'
import type { Config } from '../config/schema.ts'
import { type Hearing, hearing } from '../hearing/hearing.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { oursFrom } from '../letters/answer/ours-from.ts'
import { lifeLimitsOf } from '../policy/life-limits-of.ts'
import { returnPrefixes } from '../telling/compose-letter.ts'
import { returnKey } from '../telling/letter-sender.ts'
import type { OwnerRoutes } from '../web/owner-routes.ts'
import { ownerPages, type OwnerPagesParts } from './owner-pages.ts'

/** What listens for a collector that writes letters, and the pages that they name; undefined for one that cannot, for nothing comes back to it. */
export function hearingFrom(
  { relay, policy, outbox }: Config,
  {
    folder,
    now,
    random,
    alarm,
    cells,
  }: {
    readonly folder: string
    readonly now: () => Instant
    readonly random: (count: number) => Uint8Array
    readonly alarm: (sentence: string) => void
    readonly cells: OwnerPagesParts['cells']
  },
): (Hearing & Disposable & { readonly pages: OwnerRoutes }) | undefined {
  const mailbox = relay && parseMailbox(relay.from)
  if (!mailbox) return undefined
  const domain = domainOf(mailbox.address)
  const key = returnKey(folder, random)
  const ledger = openLedger(join(folder, 'cases.db'), lifeLimitsOf(policy))
  const listening = hearing({
    ledger,
    ours: oursFrom({
      domain,
      key,
      prefixes: returnPrefixes,
      isCaseName: text => /^RA-\d{4}-\d{6,9}$/.test(text),
    }),
    returnTo: token => returnAddress(token, { prefix: returnPrefixes.bounces, domain, key }),
    now,
    alarm,
  })
  const organisation = outbox.organisation ?? mailbox.address
  const families = appealedFamilies(folder).all
  const pages = ownerPages({ ledger, domain, key, organisation, cells, families, now })
  return { ...listening, pages, [Symbol.dispose]: () => ledger[Symbol.dispose]() }
}
