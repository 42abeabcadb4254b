import type { Config } from '../config/schema.ts'
import type { RoundDone } from '../telling/letter-round.ts'
import { lettersThread } from '../telling/letters-thread.ts'
import type { Metrics } from '../web/metrics.ts'
import { every } from './every.ts'
import { lettersFrom, type LettersFrom } from './letters-from.ts'
import type { Log } from './log.ts'

/** What telling owners while a collector runs needs. */
export type TellOwners = {
  readonly folder: string
  readonly config: Config
  readonly isExercise: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly metrics: Pick<Metrics, 'gauge'>
  readonly log: Log
  readonly fault: (what: string, error: unknown, more?: object) => void
}

/** What tells owners. */
export type TellingOwners = AsyncDisposable & {
  /** Takes another configuration; throws when it cannot be used. */
  readonly reload: (config: Config) => void
  /** Something was decided: the next round makes what is due. */
  readonly planSoon: () => void
}

const roundMilliseconds = 5000
const minute = 60_000

/** Makes letters to owners from time to time, and sends what may leave, when a configuration says in whose name. */
export function tellOwners(options: TellOwners): TellingOwners {
  const { folder, isExercise, environment, clock, metrics, log, fault } = options
  let { config } = options
  let letters = lettersFrom(config, folder, environment)
  let done: RoundDone | undefined
  let lastPlan = -Infinity
  let isStopping = false
  const thread = lettersThread(folder, isExercise)
  letterGauges(metrics, () => done)
  const say = sayChanges(log)
  const round = async (from: LettersFrom): Promise<void> => {
    const isPlanDue = performance.now() - lastPlan >= config.outbox.plan_minutes * minute
    const { policy, outbox, owners, http } = config
    const before = lastPlan
    if (isPlanDue) lastPlan = performance.now()
    const next = await thread.round({
      ...from,
      config: { policy, outbox, owners, http },
      isPlanDue,
      ahead: clock() - Date.now(),
    })
    if (isPlanDue && next.planned.kind === 'not-yet') lastPlan = before
    for (const { code, error, letter } of next.problems)
      fault(code, error, letter === undefined ? {} : { letter })
    say(next)
    done = next
  }
  const rounds = every(
    roundMilliseconds,
    async () => {
      if (letters) await round(letters)
    },
    error => {
      if (isStopping) return
      lastPlan = performance.now()
      fault('not-planned', error)
    },
  )
  return {
    reload(next) {
      letters = lettersFrom(next, folder, environment)
      config = next
      lastPlan = -Infinity
    },
    planSoon() {
      lastPlan = -Infinity
    },
    async [Symbol.asyncDispose]() {
      isStopping = true
      await Promise.all([thread[Symbol.asyncDispose](), rounds[Symbol.asyncDispose]()])
    },
  }
}

function letterGauges({ gauge }: Pick<Metrics, 'gauge'>, last: () => RoundDone | undefined): void {
  const count = (state: 'shown' | 'held' | 'queued' | 'sent' | 'refused', help: string) =>
    gauge(`redalert_letters_${state}`, help, () => last()?.counts[state] ?? 0)
  count('shown', 'Letters to owners that wait for a person.')
  count('held', 'Letters that are kept back.')
  count('queued', 'Letters that were let go and have not left.')
  count('sent', 'Letters that left.')
  count('refused', 'Letters that the mail server refused for good.')
  gauge(
    'redalert_letters_open',
    'Whether letters may leave: a person said so, and nothing stopped it.',
    () => (last()?.gate?.state === 'open' ? 1 : 0),
  )
  gauge(
    'redalert_letters_tripped',
    'Whether bounces, complaints, answers or one submitter stopped all letters.',
    () => (last()?.gate?.state === 'shut' && last()?.gate?.by === 'breakers' ? 1 : 0),
  )
}

/** Says what is new, in numbers only: whom a letter is to, the outbox shows. */
function sayChanges(log: Log): (done: RoundDone) => void {
  let planSaid = ''
  let gateSaid: RoundDone['gate']
  return ({ planned, sent, gate }) => {
    const plan = JSON.stringify(planned)
    if (plan !== planSaid && planned.kind === 'planned')
      log.info({ ...planned, kind: undefined }, 'letters to owners that are due')
    if (plan !== planSaid && planned.kind === 'no-owners')
      log.warn('nothing says who answers for an address: no letters are made; see docs/owners.md')
    if (planned.kind === 'planned' || planned.kind === 'no-owners') planSaid = plan
    if (sent > 0) log.info({ sent }, 'letters to owners left')
    if (gate?.state === 'shut' && gateSaid?.state !== 'shut')
      log.warn({ because: gate.because }, 'no letter leaves until: redalert-collector outbox go')
    gateSaid = gate
  }
}
