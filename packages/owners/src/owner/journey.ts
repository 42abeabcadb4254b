import { choose } from '../choose/choose.ts'
import type { Found, Question } from '../model/found.ts'
import { mergeHoldings } from '../model/merge-holdings.ts'
import type { Owner } from '../model/owner.ts'
import { blockOf } from '../ranges/block.ts'
import type { OwnerSource } from '../sources/owner-source.ts'
import type { Hall } from './hall.ts'
import type { OwnerParts } from './owner-parts.ts'
import { settle } from './settle.ts'
import { newWait, type Wait } from './wait.ts'

/** How an address goes from source to source until somebody is named. */
export type Journey = {
  /** Goes on until there is an answer, or a registry's turn must be waited for. */
  readonly advance: (wait: Wait) => Promise<void>
  /** Looks into the cache again, where something was kept meanwhile. */
  readonly restart: (wait: Wait) => Promise<void>
  /** Takes in what a registry said, and goes on. */
  readonly resume: (wait: Wait, found: Found) => Promise<void>
  /** Tells the best that is known without asking anybody; false when that is nothing. */
  readonly tellGuess: (wait: Wait) => boolean
  readonly questionOf: (wait: Wait) => Question
  /** Whether the next source is one of the registries' answers that the cache keeps. */
  readonly isAtRegistries: (wait: Wait) => boolean
}

export type JourneyParts = {
  readonly parts: OwnerParts
  readonly lines: Hall
  readonly tell: (owner: Owner) => void
  readonly signal?: AbortSignal
}

/** The journeys of one pass. */
export function journey({ parts, lines, tell, signal }: JourneyParts): Journey {
  const { cache, never, sources } = parts
  const cacheStep = Math.max(
    0,
    sources.findIndex(({ name }) => name === 'cache'),
  )
  const isAtRegistries = ({ step }: Wait) => ['rdap', 'whois'].includes(sources[step]?.name ?? '')
  const hasContact = ({ known }: Wait) =>
    known !== undefined && choose(known.clues, never.mailbox).contact !== undefined

  const questionOf = ({ address, known, leg, spent }: Wait): Question => ({
    address,
    ...(known && { known }),
    ...(leg && { leg }),
    ...(spent && { spent }),
    ...(signal && { signal }),
  })

  const say = (wait: Wait, { stale = false, queued = false } = {}) => {
    const origin = parts.asns?.find(wait.address)
    if (!wait.silent) tell(settle(wait, { never, queued, stale, ...(origin && { origin }) }))
  }

  const advance = async (wait: Wait): Promise<void> => {
    for (let source = sources[wait.step]; source; source = sources[wait.step]) {
      const plan = source.plan(questionOf(wait))
      if (plan.kind === 'registry') {
        lines.stand(plan.registry, keyOf(source, wait), wait)
        return
      }
      if (plan.kind === 'here' && (await hear(wait, await source.find(questionOf(wait)), source)))
        return
      await pass(wait)
    }
    say(wait)
  }

  /** On to the next source. */
  const pass = async (wait: Wait) => {
    const wasAtRegistries = isAtRegistries(wait)
    wait.step++
    wait.leg = undefined
    if (!wasAtRegistries || isAtRegistries(wait)) return
    keepAnswer(wait)
    await dismiss(wait)
  }

  /** What the registries said goes into the cache once all of them were asked. */
  const keepAnswer = (wait: Wait) => {
    const { address, asked, failed, fresh, known, notes } = wait
    if (fresh && known) cache.keep({ ...known, settled: true })
    else if (asked && !known) cache.missed(address, { reason: notes.at(-1) ?? '', failed })
    wait.fresh = false
    if (known || !wait.guess) return
    wait.known = wait.guess
    wait.certainty = 'guess'
  }

  /** Whoever followed learns from the cache what was found. */
  const dismiss = async (wait: Wait) => {
    const { followers } = wait
    wait.followers = []
    for (const follower of followers) await restart(follower)
  }

  const restart = async (wait: Wait) => {
    wait.step = cacheStep
    wait.known = undefined
    wait.leg = undefined
    wait.certainty = 'certain'
    await advance(wait)
  }

  /** Takes in what a source said; true when that was the end of the journey. */
  const hear = async (wait: Wait, found: Found, source: OwnerSource): Promise<boolean> => {
    switch (found.kind) {
      case 'stop':
        stop(wait, found)
        return true
      case 'holding':
        return take(wait, found, source)
      case 'failed':
      case 'nothing':
        wait.failed ||= found.kind === 'failed'
        wait.spent ||= source.name === 'cache' && 'asked' in found
        if (isTelling(source) || (source.name === 'cache' && wait.spent))
          wait.notes = [...wait.notes, found.reason]
        return false
      case 'elsewhere':
      case 'busy':
      case 'blocked':
        return false
    }
  }

  const stop = ({ address, silent }: Wait, { as, reason }: Extract<Found, { kind: 'stop' }>) => {
    if (silent) return
    if (as === 'never') tell({ kind: 'never', address, reason })
    else tell({ kind: 'unroutable', address, reason, candidates: [] })
  }

  const take = async (
    wait: Wait,
    found: Extract<Found, { kind: 'holding' }>,
    source: OwnerSource,
  ): Promise<boolean> => {
    const { certainty, holding, preferences, stale } = found
    if (stale && !wait.silent) {
      say({ ...wait, known: holding, certainty }, { stale: true, queued: true })
      await advance({ ...newWait({ ...wait, silent: true }), step: wait.step + 1 })
      return true
    }
    if (source.name === 'cache' && (certainty === 'guess' || stale)) {
      wait.guess = holding
      return false
    }
    wait.known = mergeHoldings(wait.known, holding)
    wait.certainty = wait.certainty === 'certain' ? certainty : wait.certainty
    wait.preferences ??= preferences
    wait.fresh ||= isAtRegistries(wait)
    if (!hasContact(wait)) return false
    if (isAtRegistries(wait)) keepAnswer(wait)
    say(wait)
    await dismiss(wait)
    return true
  }

  return {
    advance,
    restart,
    questionOf,
    isAtRegistries,
    async resume(wait, found) {
      const source = sources[wait.step]
      if (found.kind === 'elsewhere') {
        wait.leg = found.leg
        wait.known = found.known ? mergeHoldings(wait.known, found.known) : wait.known
        wait.fresh ||= found.known !== undefined
      } else if (source) {
        wait.asked = true
        if (await hear(wait, found, source)) return
        await pass(wait)
      }
      await advance(wait)
    },
    tellGuess(wait) {
      if (wait.silent) return true
      // What a registry said is not lost because another could not be asked.
      if (wait.fresh && wait.known) cache.keep(wait.known)
      wait.known = wait.guess
      wait.certainty = 'guess'
      if (!hasContact(wait)) return false
      say(wait, { queued: true })
      return true
    },
  }
}

/** Whether it says anything about an address that this source knows nothing of it. */
function isTelling({ name }: OwnerSource): boolean {
  return name !== 'override' && name !== 'cache' && name !== 'bulk'
}

/** Addresses with the same question. */
function keyOf({ name }: OwnerSource, { address, known, leg }: Wait): string {
  if (name === 'origin') return `origin AS${known?.asns?.[0] ?? 0}`
  return `${name} ${blockOf(address)} ${leg?.url ?? ''}`
}
