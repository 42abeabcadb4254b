import type { Address, Network } from '@redalert/core'
import { domainOf, type Mailbox } from '../model/mailbox.ts'
import { growingRanges } from '../ranges/growing-ranges.ts'
import { type Range, rangeOf } from '../ranges/range.ts'
import { registryDomains, registryMailboxes } from './registry-mailboxes.ts'
import { specialPurpose } from './special-purpose.ts'

/** What is done with an address on a list: nothing, wait for a person, or tell only with the source port. */
export type NeverAction = 'ignore' | 'hold' | 'port-only'

/** A range on a list, what to do, and why. */
export type NeverEntry = {
  readonly range: Range
  readonly action: NeverAction
  readonly reason: string
}

/** Who is never told. Nobody may be named an owner without one. */
export type NeverList = {
  /** An exercise may tell the documentation ranges, and a program that sends real mail refuses its list. */
  readonly kind: 'production' | 'exercise'
  /** Why an address is not told like others; the strictest entry, where several hold it. */
  readonly address: (address: Address) => Pick<NeverEntry, 'action' | 'reason'> | undefined
  /** Why a mailbox is never written to. */
  readonly mailbox: (mailbox: Mailbox) => string | undefined
}

/** What an operator adds: his own networks and mail domains, and lists of content networks, proxies, Tor, CGNAT. */
export type OwnLists = {
  readonly own?: readonly Network[]
  readonly ownDomains?: readonly string[]
  readonly entries?: readonly NeverEntry[]
}

/** The list for real mail: IANA's special-purpose blocks, the registries' own mailboxes, and what the operator adds. */
export function neverList(lists: OwnLists = {}): NeverList {
  return listOf('production', specialPurpose, lists)
}

/** The list for an exercise: the documentation ranges may be told, or any others that are named. */
export function exerciseNeverList(
  lists: OwnLists & { readonly tellable?: readonly Network[] } = {},
): NeverList {
  const { tellable } = lists
  const kept = specialPurpose.filter(({ network, reason }) =>
    tellable
      ? !tellable.some(one => one.text === network.text)
      : !reason.startsWith('documentation'),
  )
  return listOf('exercise', kept, lists)
}

function listOf(
  kind: NeverList['kind'],
  special: typeof specialPurpose,
  { own = [], ownDomains = [], entries = [] }: OwnLists,
): NeverList {
  const ownRanges = own.map(network => ({
    range: rangeOf(network),
    action: 'ignore' as const,
    reason: 'it is one of our own networks',
  }))
  const specialRanges = special.map(({ network, reason }) => ({
    range: rangeOf(network),
    action: 'ignore' as const,
    reason: `${network.text} is ${reason}`,
  }))
  const listed = growingRanges(
    strictest([...specialRanges, ...ownRanges, ...entries].filter(hasRange)),
  )
  const domains = [...registryDomains, ...ownDomains.map(domain => domain.toLowerCase())]
  return {
    kind,
    address(address) {
      const [entry] = listed.covering(address).toSorted(byStrictness)
      return entry && { action: entry.action, reason: entry.reason }
    },
    mailbox(mailbox) {
      const domain = domainOf(mailbox)
      const theirs = domains.find(one => domain === one || domain.endsWith(`.${one}`))
      if (theirs) return `${theirs} is a registry's or our own, not an owner's`
      return registryMailboxes.test(mailbox) ? 'it stands for nobody' : undefined
    },
  }
}

function hasRange(
  entry: Omit<NeverEntry, 'range'> & { range: Range | undefined },
): entry is NeverEntry {
  return entry.range !== undefined
}

/** Of entries for the very same range, the strictest. */
function strictest(entries: readonly NeverEntry[]): NeverEntry[] {
  return entries.toSorted((one, other) => byStrictness(other, one))
}

const strictness: readonly NeverAction[] = ['ignore', 'hold', 'port-only']

function byStrictness(one: NeverEntry, other: NeverEntry): number {
  return strictness.indexOf(one.action) - strictness.indexOf(other.action)
}
