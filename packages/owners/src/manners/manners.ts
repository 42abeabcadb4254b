import { instantOfSeconds } from '@redalert/core'
import type { Registry } from '../registries/registry.ts'
import { backOff } from './back-off.ts'
import { type Bucket, fill, waitFor } from './pace.ts'

/** How registries are asked: in turn, not too often, and not at all by whom they do not wish to be asked. */
export type Manners = {
  /** Waits for a turn at a registry, and says that there is none for a while when it is longer than one can wait. */
  readonly turn: (registry: string, options: TurnOptions) => Promise<Turn>
  /** Whether a registry may be asked at all now; if not, until when and why. */
  readonly stopped: (registry: string) => Stop | undefined
  /** Runs what is not running under that name; whoever comes meanwhile gets the same answer. */
  readonly together: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>
  /** How each registry stands, for the operator. */
  readonly status: () => readonly RegistryStatus[]
}

export type TurnOptions = {
  /** How many milliseconds a pause may last that is waited out. */
  readonly patience: number
  readonly signal?: AbortSignal
}

export type Turn =
  | { readonly kind: 'go'; readonly done: (outcome: Outcome) => void }
  | ({ readonly kind: 'stopped' } & Stop)

/** How a question went. */
export type Outcome =
  /** The turn was not needed after all. */
  | { readonly kind: 'unused' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'busy'; readonly reason: string; readonly waitMs?: number }
  | { readonly kind: 'blocked'; readonly reason: string }

/** A registry that is left alone, until when and why. */
export type Stop = { readonly until: number; readonly reason: string }

export type RegistryStatus = {
  readonly registry: string
  readonly asked: number
  readonly answered: number
  readonly busy: number
  readonly stop?: Stop
}

/** What manners need of the world. */
export type MannersParts = {
  readonly registries: readonly Registry[]
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** Told when a registry wants no more questions of us. */
  readonly alarm?: (reason: string) => void
  /** Questions under way at one registry at a time. */
  readonly atOnce?: number
}

const day = 24 * 60 * 60_000

/** So many questions in a row without an answer, and the registry or the way to it is down: more would only be lost. */
const manyFailures = 3

/** Manners towards some registries, to be shared by everybody who asks them. */
export function manners(parts: MannersParts): Manners {
  const { now, random, sleep, alarm, atOnce = 2 } = parts
  const desks = new Map(parts.registries.map(registry => [registry.name, deskOf(registry, now())]))
  const running = new Map<string, Promise<unknown>>()

  const stopped = (desk: Desk) => (desk.stop && desk.stop.until > now() ? desk.stop : undefined)

  const settle = (desk: Desk, outcome: Outcome) => {
    desk.underWay--
    desk.leaves.shift()?.()
    if (outcome.kind === 'unused') {
      desk.asked--
      desk.bucket = { ...desk.bucket, tokens: desk.bucket.tokens + 1 }
    } else if (outcome.kind === 'answered') {
      desk.answered++
      desk.timesBusy = 0
      desk.timesFailed = 0
    } else if (outcome.kind === 'failed') {
      desk.timesFailed++
      if (desk.timesFailed < manyFailures) return
      const wait = backOff(desk.timesFailed - manyFailures + 1, { random })
      desk.stop = { until: now() + wait, reason: `${desk.registry.name} does not answer` }
    } else if (outcome.kind === 'busy') {
      desk.busy++
      desk.timesBusy++
      const { waitMs: asked } = outcome
      const wait = backOff(desk.timesBusy, { random, ...(asked !== undefined && { asked }) })
      desk.stop = { until: Math.max(now() + wait, desk.stop?.until ?? 0), reason: outcome.reason }
    } else if (outcome.kind === 'blocked') {
      desk.stop = { until: now() + day, reason: outcome.reason }
      alarm?.(
        `${desk.registry.name} wants no more questions from here ("${outcome.reason}"): it is left alone until ${timeText(now() + day)}`,
      )
    }
  }

  const turn = async (name: string, { patience, signal }: TurnOptions): Promise<Turn> => {
    const desk = desks.get(name)
    if (!desk)
      return { kind: 'stopped', until: now() + day, reason: `no registry is called ${name}` }
    while (true) {
      signal?.throwIfAborted()
      const stop = stopped(desk)
      if (stop && stop.until - now() > patience) return { kind: 'stopped', ...stop }
      if (stop) {
        await sleep(stop.until - now(), signal)
        continue
      }
      if (desk.underWay >= atOnce) {
        await new Promise<void>(leave => desk.leaves.push(leave))
        continue
      }
      desk.bucket = fill(desk.bucket, desk.registry.pace, now())
      const wait = waitFor(desk.bucket, desk.registry.pace)
      if (wait > 0) {
        await sleep(wait, signal)
        continue
      }
      desk.bucket = { ...desk.bucket, tokens: desk.bucket.tokens - 1 }
      desk.underWay++
      desk.asked++
      let isDone = false
      return {
        kind: 'go',
        done(outcome) {
          if (!isDone) settle(desk, outcome)
          isDone = true
        },
      }
    }
  }

  return {
    turn,
    stopped(name) {
      const desk = desks.get(name)
      return desk && stopped(desk)
    },
    async together<Value>(name: string, run: () => Promise<Value>) {
      const under = running.get(name)
      if (under) return (await under) as Value
      const promise = run()
      running.set(name, promise)
      try {
        return await promise
      } finally {
        running.delete(name)
      }
    },
    status: () =>
      [...desks.values()].map(desk => {
        const stop = stopped(desk)
        const { registry, asked, answered, busy } = desk
        return { registry: registry.name, asked, answered, busy, ...(stop && { stop }) }
      }),
  }
}

type Desk = {
  readonly registry: Registry
  bucket: Bucket
  underWay: number
  asked: number
  answered: number
  busy: number
  timesBusy: number
  timesFailed: number
  stop?: Stop
  readonly leaves: (() => void)[]
}

function deskOf(registry: Registry, now: number): Desk {
  const bucket = { tokens: registry.pace.burst, at: now }
  return {
    registry,
    bucket,
    underWay: 0,
    asked: 0,
    answered: 0,
    busy: 0,
    timesBusy: 0,
    timesFailed: 0,
    leaves: [],
  }
}

function timeText(milliseconds: number): string {
  return instantOfSeconds(milliseconds / 1000) ?? 'further notice'
}
