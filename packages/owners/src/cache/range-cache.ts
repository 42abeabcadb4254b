import { type Address, type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import type { Clue } from '../model/clue.ts'
import type { Certainty } from '../model/found.ts'
import type { Holding } from '../model/holding.ts'
import { type Block, blockOf } from '../ranges/block.ts'
import { growingRanges } from '../ranges/growing-ranges.ts'
import type { Range } from '../ranges/range.ts'
import type {
  AskedRecord,
  CacheRecord,
  HoldingRecord,
  MissRecord,
  OriginRecord,
} from './cache-record.ts'
import { reachOf } from './reach-of.ts'

/** Answers by the range they speak of, so that one question serves a whole network, and no more than that. */
export type RangeCache = {
  /** The narrowest answer around an address. */
  readonly find: (address: Address) => Cached | undefined
  readonly keep: (holding: Holding) => void
  /** Why nobody is to be asked about an address now. */
  readonly miss: (address: Address) => string | undefined
  readonly missed: (address: Address, miss: { reason: string; failed: boolean }) => void
  readonly findOrigin: (asn: number) => readonly Clue[] | undefined
  readonly keepOrigin: (asn: number, clues: readonly Clue[]) => void
  /** Throws an answer away: its mailbox is dead, or belongs to somebody else. */
  readonly forget: (range: Range) => void
  readonly records: () => Iterable<CacheRecord>
}

/** An answer of the cache, and how far it may be believed. */
export type Cached = {
  readonly holding: Holding
  readonly certainty: Certainty
  readonly stale: boolean
}

export type RangeCacheParts = {
  readonly now: () => number
  readonly random: () => number
  /** What was kept before. */
  readonly records?: Iterable<CacheRecord>
  /** Told of everything that is to be kept. */
  readonly changed?: (record: CacheRecord) => void
}

const minute = 60
const day = 24 * 60 * minute
const good = 7 * day
/** So long after it was good an answer is still told while it is asked for again. */
const usable = 23 * day
const nothing = day

/** A cache in memory; what is to outlive the program goes through `changed`. */
export function rangeCache(parts: RangeCacheParts): RangeCache {
  const holdings = growingRanges<HoldingRecord>()
  const asked = new Map<Block, AskedRecord[]>()
  const misses = new Map<Block, MissRecord>()
  const origins = new Map<number, OriginRecord>()
  const seconds = () => parts.now() / 1000
  const putAsked = (record: AskedRecord) => {
    const block = blockOf(record.address)
    const others = (asked.get(block) ?? []).filter(one => one.address !== record.address)
    asked.set(block, [...others, record])
  }
  /** The addresses near one for which the answer was this very range. */
  const askedNear = (range: Range, address: Address) =>
    (asked.get(blockOf(address)) ?? [])
      .filter(one => isSame(one.range, range) && secondsOf(one.until) >= seconds())
      .map(one => one.address)
  const put = (record: CacheRecord) => {
    if (record.kind === 'holding') holdings.add(record)
    else if (record.kind === 'asked') putAsked(record)
    else if (record.kind === 'miss') misses.set(record.block, record)
    else if (record.kind === 'origin') origins.set(record.asn, record)
    else holdings.remove(record.range)
  }
  const keep = (record: CacheRecord) => {
    put(record)
    parts.changed?.(record)
  }
  /** With some chance in it, so that what was asked on one day is not all asked again on another. */
  const later = (after: number) => instant(seconds() + after * (0.8 + parts.random() * 0.4))
  for (const record of parts.records ?? []) put(record)
  return {
    find(address) {
      const [record] = holdings.covering(address)
      if (!record || secondsOf(record.until) + usable < seconds()) return undefined
      const { holding, until } = record
      const certainty = reachOf(holding, address, askedNear(holding.range, address))
      return certainty && { holding, certainty, stale: secondsOf(until) < seconds() }
    },
    keep(holding) {
      const { range } = holding
      const until = later(good)
      keep({ kind: 'holding', range, holding, until })
      for (const address of holding.asked) {
        // What speaks for all its addresses anyway need not say for which it was asked.
        if (!holding.whole) keep({ kind: 'asked', address, range, until })
        misses.delete(blockOf(address))
      }
    },
    miss(address) {
      const found = misses.get(blockOf(address))
      return found && secondsOf(found.until) >= seconds() ? found.reason : undefined
    },
    missed(address, { reason, failed }) {
      const block = blockOf(address)
      const failures = failed ? (misses.get(block)?.failures ?? 0) + 1 : 0
      const wait = failed ? Math.min(6 * 60 * minute, 15 * minute * 2 ** (failures - 1)) : nothing
      keep({ kind: 'miss', block, address, reason, failures, until: later(wait) })
    },
    findOrigin(asn) {
      const found = origins.get(asn)
      return found && secondsOf(found.until) >= seconds() ? found.clues : undefined
    },
    keepOrigin: (asn, clues) => keep({ kind: 'origin', asn, clues, until: later(good) }),
    forget: range => keep({ kind: 'forgotten', range }),
    *records() {
      yield* holdings.values()
      for (const records of asked.values()) yield* records
      yield* misses.values()
      yield* origins.values()
    },
  }
}

function isSame(one: Range, other: Range): boolean {
  return one.start === other.start && one.end === other.end
}

function instant(seconds: number): Instant {
  return instantOfSeconds(seconds) as Instant
}
