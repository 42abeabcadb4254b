import { instantOfSeconds } from '@redalert/core'
import type { Outcome, Stop, Turn } from '../manners/manners.ts'
import type { Found } from '../model/found.ts'
import type { Owner } from '../model/owner.ts'
import type { Hall, Stand, Which } from './hall.ts'
import type { Journey } from './journey.ts'
import type { OwnerOptions, OwnerParts } from './owner-parts.ts'
import type { Wait } from './wait.ts'

/** How many questions to one registry are under way at once; its manners may allow fewer. */
const atOnce = 2

/**
 * Asks every registry for which somebody waits, side by side, until nobody waits or no more may be asked. Where
 * questions are counted, whoever has no answer at all is asked for first at every registry, slow ones too.
 */
export async function serve({
  parts,
  options,
  lines,
  travel,
  tell,
  signal,
}: ServeParts): Promise<void> {
  const { cache, manners, sources } = parts
  const { patience = 120_000, questions = Infinity } = options
  const serving = new Map<string, number>()
  /** Turns that are waited for: a question that is spoken for needs no second turn. */
  const claims = new Map<string, number>()
  let asked = 0
  let which: Which = 'all'

  /** Those of a stand who still need the question: meanwhile the cache may have learned the answer for others. */
  const stillNeeding = async (
    registry: string,
    { key, waits }: Stand,
  ): Promise<readonly Wait[]> => {
    const needing: Wait[] = []
    for (const wait of waits) {
      const cached = isAtStart(wait, travel) ? cache.find(wait.address) : undefined
      const isMissed =
        isAtStart(wait, travel) && !wait.spent && cache.miss(wait.address) !== undefined
      if (!cached && !isMissed) needing.push(wait)
      else if (wait.silent) needing.push(...(cached?.stale ? [wait] : []))
      else if (!cached || cached.certainty !== 'guess' || isMissed) await travel.restart(wait)
      else if (wait.guess) needing.push(wait)
      else {
        wait.guess = cached.holding
        lines.stand(registry, key, wait)
      }
    }
    return needing
  }

  const take = (registry: string) => lines.take(registry, which)
  const nextQuestion = async (registry: string): Promise<Stand | undefined> => {
    for (let stand = take(registry); stand; stand = take(registry)) {
      const waits = await stillNeeding(registry, stand)
      if (waits.length > 0) return { ...stand, waits }
    }
    return undefined
  }

  const ask = async (registry: string, { key, waits }: Stand): Promise<Outcome> => {
    const [lead, ...others] = waits
    const source = lead && sources[lead.step]
    if (!lead || !source) return { kind: 'unused' }
    const found = await manners.together(`${registry} ${key}`, () =>
      source.find(travel.questionOf(lead)),
    )
    if (found.kind === 'busy' || found.kind === 'blocked') {
      for (const wait of waits) lines.stand(registry, key, wait)
      return found
    }
    if (travel.isAtRegistries(lead)) {
      lead.followers = [...lead.followers, ...others]
      await travel.resume(lead, found)
    } else {
      await travel.resume(lead, found)
      for (const wait of others)
        await (found.kind === 'holding' ? travel.advance(wait) : travel.resume(wait, found))
    }
    return outcomeOf(found)
  }

  const takeTurn = async (registry: string): Promise<Turn | NoTurn> => {
    if (asked >= questions) return { kind: 'stopped', reason: 'no more questions in this pass' }
    claims.set(registry, (claims.get(registry) ?? 0) + 1)
    try {
      return await manners.turn(registry, { patience, ...(signal && { signal }) })
    } finally {
      claims.set(registry, (claims.get(registry) ?? 1) - 1)
    }
  }

  const serveOne = async (registry: string): Promise<void> => {
    while (lines.size(registry, which) > (claims.get(registry) ?? 0)) {
      const turn = await takeTurn(registry)
      const stand = await nextQuestion(registry)
      if (turn.kind === 'stopped') {
        for (const wait of stand?.waits ?? []) giveUp(wait, registry, turn)
        continue
      }
      if (!stand || asked >= questions) {
        turn.done({ kind: 'unused' })
        for (const wait of stand?.waits ?? []) lines.stand(registry, stand?.key ?? '', wait)
        continue
      }
      asked++
      try {
        turn.done(await ask(registry, stand))
      } finally {
        turn.done({ kind: 'failed' })
      }
      options.progress?.({ registry, asked, waiting: lines.total('all') })
    }
  }

  const giveUp = (wait: Wait, registry: string, stop: Omit<NoTurn, 'kind'>) => {
    if (!travel.tellGuess(wait)) tell(queued(wait, registry, stop))
    for (const follower of wait.followers) giveUp(follower, registry, stop)
  }

  /** Whoever is sent to another registry may find nobody there who serves. */
  const hire = (registry: string): Promise<void>[] => {
    const hands = Math.min(atOnce, lines.size(registry, which)) - (serving.get(registry) ?? 0)
    return Array.from({ length: Math.max(0, hands) }, async () => {
      serving.set(registry, (serving.get(registry) ?? 0) + 1)
      await serveOne(registry)
      serving.set(registry, (serving.get(registry) ?? 1) - 1)
    })
  }

  for (which of Number.isFinite(questions)
    ? (['unanswered', 'all'] as const)
    : (['all'] as const)) {
    const working = new Set<Promise<void>>()
    let failure: { readonly error: unknown } | undefined
    while (lines.total(which) > 0 || working.size > 0) {
      for (const work of lines.registries().flatMap(hire)) {
        const tracked = work
          .catch((error: unknown) => {
            failure ??= { error }
          })
          .finally(() => working.delete(tracked))
        working.add(tracked)
      }
      await Promise.race([...working, lines.joined()])
      if (failure) throw failure.error
    }
  }
}

type NoTurn = { readonly kind: 'stopped' } & Partial<Stop> & { readonly reason: string }

export type ServeParts = {
  readonly parts: OwnerParts
  readonly options: OwnerOptions
  readonly lines: Hall
  readonly travel: Journey
  readonly tell: (owner: Owner) => void
  readonly signal?: AbortSignal
}

/** Before its first question to a registry: what the cache learns may answer it. */
function isAtStart(wait: Wait, travel: Journey): boolean {
  return travel.isAtRegistries(wait) && !wait.known && !wait.asked && !wait.leg
}

function outcomeOf(found: Found): Outcome {
  if (found.kind === 'failed') return { kind: 'failed' }
  return found.kind === 'busy' || found.kind === 'blocked' ? found : { kind: 'answered' }
}

function queued(
  { address, hosts, followers }: Wait,
  registry: string,
  { reason, until }: Omit<NoTurn, 'kind'>,
): Owner {
  const moment = until === undefined ? undefined : instantOfSeconds(Math.ceil(until / 1000))
  const waiting = hosts + followers.reduce((sum, one) => sum + one.hosts, 0)
  return {
    kind: 'queued',
    address,
    registry,
    hosts: waiting,
    reason,
    ...(moment && { until: moment }),
  }
}
