import { silenceWeights } from './chance-fixed.ts'
import type { ContactHistory, ContactModel } from './contact-model.ts'
import type { ExposureClock } from './exposure-clock.ts'
import { logGamma } from './log-gamma.ts'
import { minimise } from './minimise.ts'

/** Below this nothing can be learnt. */
const fewestHosts = 50
const mostHosts = 1000
const steps = 220

/** The model that explains best what was seen of the hosts of a family until now; undefined when there are too few. */
export function learnContact(
  histories: readonly ContactHistory[],
  clock: ExposureClock,
  now: number,
): ContactModel | undefined {
  if (histories.length < fewestHosts) return undefined
  const some = spread(histories)
  const mean = meanRate(some, clock, now)
  if (!(mean > 0)) return undefined
  const unlikeliness = (at: readonly number[]): number => {
    const model = modelOf(at, mean)
    return isSensible(model) ? -logLikelihood(model, some, { clock, now }) : 1e15
  }
  const start = [0, 0, 0, Math.log(0.15), Math.log(0.02)]
  return modelOf(minimise(unlikeliness, { start, size: 0.7, steps }), mean)
}

/** Evenly chosen ones, when there are more than are needed. */
function spread(histories: readonly ContactHistory[]): readonly ContactHistory[] {
  const stride = histories.length / Math.min(histories.length, mostHosts)
  return Array.from(
    { length: Math.min(histories.length, mostHosts) },
    (_, index) => histories[Math.floor(index * stride)],
  ).filter(history => history !== undefined)
}

/** The scale is sought around the mean rate, so that the unit of exposure does not matter. */
function modelOf(at: readonly number[], mean: number): ContactModel {
  const [shape = 0, scale = 0, share = 0, soon = 0, late = 0] = at
  return {
    shape: Math.exp(shape),
    scale: Math.exp(scale) / mean,
    share: 1 / (1 + Math.exp(-share)),
    soon: Math.exp(soon),
    late: Math.exp(late),
  }
}

function isSensible({ shape, soon, late }: ContactModel): boolean {
  const isRate = (rate: number) => rate >= 1e-5 && rate <= 5
  return shape >= 0.02 && shape <= 50 && isRate(soon) && isRate(late)
}

function meanRate(histories: readonly ContactHistory[], clock: ExposureClock, now: number): number {
  let [contacts, exposure] = [0, 0]
  for (const history of histories) {
    contacts += history.contacts
    exposure += clock.at(now) - clock.at(history.first)
  }
  return contacts / exposure
}

function logLikelihood(
  model: ContactModel,
  histories: readonly ContactHistory[],
  { clock, now }: { readonly clock: ExposureClock; readonly now: number },
): number {
  const { shape, scale } = model
  const common = shape * Math.log(scale) - logGamma(shape)
  let sum = 0
  for (const history of histories) {
    const more = shape + history.contacts - 1
    const exposure = clock.at(history.last) - clock.at(history.first)
    const { cleaned, infected } = silenceWeights(model, clock, { history, now })
    sum +=
      common + logGamma(more) - more * Math.log(scale + exposure) + Math.log(cleaned + infected)
  }
  return sum
}
