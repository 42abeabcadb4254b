import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, instantOfSeconds } from '@redalert/core'
import type { Sender } from '@redalert/notices'
import type { Config } from '../config/schema.ts'
import { Fault } from '../fault.ts'
import type { Gate, LetterState } from '../letterbox.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { lockLetters } from '../ledger/lock-letters.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { postLetters } from '../outbox/posting/post-letters.ts'
import { mailSigner, type Signing } from '../outbox/posting/sign-mail.ts'
import type { Relay } from '../outbox/send-letters.ts'
import { hasOwnerData } from '../owners/owner-parts.ts'
import { lifeLimitsOf } from '../policy/life-limits-of.ts'
import { isWeighed } from './is-weighed.ts'
import { planKnown } from './plan-known.ts'
import { stopFile } from './stop-file.ts'

/** One round of telling owners: what is due is made, when that is asked for, and what may leave is sent. Plain data. */
export type LetterRound = {
  readonly config: Pick<Config, 'policy' | 'outbox' | 'owners' | 'http'>
  readonly sender: Sender
  readonly relay: Relay
  /** Without keys letters are made and wait. */
  readonly signing?: Signing
  readonly isPlanDue: boolean
  /** How far the collector's clock is ahead of the machine's, in milliseconds. */
  readonly ahead: number
}

/** What a round came to. */
export type RoundDone = {
  readonly kind: 'done'
  readonly planned: Planned
  readonly sent: number
  readonly problems: readonly Problem[]
  readonly counts: Readonly<Partial<Record<LetterState, number>>>
  readonly gate: Gate | undefined
}

/** `not-yet`: nothing is decided, or another process is at it; `no-owners`: nothing says who answers for an address. */
export type Planned =
  | { readonly kind: 'not-due' | 'not-yet' | 'no-owners' }
  | {
      readonly kind: 'planned'
      readonly shown: number
      readonly letGo: number
      readonly waiting: number
      readonly unrouted: number
    }

/** What a person must see to. It names a letter by its number, and nobody. */
export type Problem = {
  readonly code: 'not-planned' | 'not-sent'
  readonly letter?: number
  readonly error: unknown
}

export type RoundPlace = {
  readonly folder: string
  readonly isExercise: boolean
  readonly random: (count: number) => Uint8Array
  readonly signal: AbortSignal
}

/** A round asks registries no more than this; what they answer is remembered, and the next round goes on. */
const asking = { questions: 100, patience: 5000 }

/** Makes the letters of a folder that are due, and sends those that may leave. Where another process does so already it leaves it at that. */
export async function letterRound(round: LetterRound, place: RoundPlace): Promise<RoundDone> {
  const { folder, signal } = place
  const problems: Problem[] = []
  using ledger = openLedger(join(folder, 'cases.db'), lifeLimitsOf(round.config.policy))
  const { letterbox } = ledger
  let [planned, sent]: [Planned, number] = [{ kind: 'not-due' }, 0]
  {
    using lock = lockLetters(folder)
    // Who was revoked meanwhile may have letters on the way: they are looked through at once.
    if (round.isPlanDue || !isWeighed(folder, ledger))
      planned = lock ? await planRound(round, { ...place, ledger, problems }) : { kind: 'not-yet' }
    if (lock && !signal.aborted && isWeighed(folder, ledger))
      sent = await postRound(round, { ...place, ledger, problems })
  }
  return {
    kind: 'done',
    planned,
    sent,
    problems,
    counts: letterbox.counts(),
    gate: letterbox.gate(),
  }
}

type RoundParts = RoundPlace & { readonly ledger: Ledger; readonly problems: Problem[] }

async function planRound(round: LetterRound, parts: RoundParts): Promise<Planned> {
  const { folder, isExercise, random, signal, ledger, problems } = parts
  const { config, sender, ahead } = round
  if (!['intake.db', 'beliefs.db'].every(name => existsSync(join(folder, name))))
    return { kind: 'not-yet' }
  if (!hasOwnerData(folder, config.owners)) return { kind: 'no-owners' }
  const report = (error: unknown) => problems.push({ code: 'not-planned', error })
  try {
    const { shown, letGo, waiting, unrouted } = await planKnown({
      folder,
      config,
      isExercise,
      sender,
      clock: () => Date.now() + ahead,
      random,
      isStopped: () =>
        signal.aborted || existsSync(stopFile(folder)) || ledger.letterbox.gate()?.state === 'shut',
      alarm: report,
      report,
      asking: { ...asking, signal },
    })
    return { kind: 'planned', shown, letGo, waiting: waiting.length, unrouted }
  } catch (error) {
    const isEarly = error instanceof Fault && error.code === 'not-stored'
    if (signal.aborted || isEarly) return { kind: 'not-yet' }
    throw error
  }
}

async function postRound(
  { config, relay, signing, ahead }: LetterRound,
  { folder, signal, ledger, problems }: RoundParts,
): Promise<number> {
  if (!signing) return 0
  return await postLetters({
    book: ledger.book,
    letterbox: ledger.letterbox,
    relay,
    sign: mailSigner(signing),
    limits: config.outbox,
    now: () => instantOfSeconds((Date.now() + ahead) / 1000) as Instant,
    isStopped: () => signal.aborted || existsSync(stopFile(folder)) || !isWeighed(folder, ledger),
    report: (error, { id }) => problems.push({ code: 'not-sent', letter: id, error: bare(error) }),
  })
}

/** What a mail server said without its words, which name whom we wrote to. */
function bare(error: unknown): unknown {
  const { code, command, responseCode } = (error ?? {}) as {
    readonly code?: string
    readonly command?: string
    readonly responseCode?: number
  }
  if (responseCode === undefined && code === undefined) return error
  return { code, command, responseCode }
}
