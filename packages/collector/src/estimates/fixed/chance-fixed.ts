import { type ContactHistory, type ContactModel, stillInfected } from './contact-model.ts'
import type { ExposureClock } from './exposure-clock.ts'

/** How well the silence of a host is explained: because it was cleaned, and because it was merely not met. */
export type SilenceWeights = { readonly cleaned: number; readonly infected: number }

/** Steps are short at first, where a silence tells most with every hour, and grow to a share of the whole. */
const firstStep = 0.01
const growth = 1.2
const fewestSteps = 60

/**
 * The probability that a host that was not seen since its last contact is clean now: the chance of having been cleaned
 * at some moment and unseen until then, against that of still being infected and unseen all the time. Its own rate is
 * what it showed between its first and last contact, drawn towards that of its family.
 */
export function chanceFixed(
  model: ContactModel,
  clock: ExposureClock,
  { history, now }: { readonly history: ContactHistory; readonly now: number },
): number {
  const { cleaned, infected } = silenceWeights(model, clock, { history, now })
  return cleaned + infected === 0 ? 1 : cleaned / (cleaned + infected)
}

/** Both explanations of a silence, relative to being infected at the last contact. */
export function silenceWeights(
  model: ContactModel,
  clock: ExposureClock,
  { history, now }: { readonly history: ContactHistory; readonly now: number },
): SilenceWeights {
  const { first, last, contacts } = history
  const atLast = clock.at(last)
  const shape = model.shape + contacts - 1
  const scale = model.scale + atLast - clock.at(first)
  const unseen = (day: number) => (scale / (scale + clock.at(day) - atLast)) ** shape
  const longest = Math.max(firstStep, (now - last) / fewestSteps)
  let step = firstStep
  let cleaned = 0
  let left = stillInfected(model, last - first)
  let chance = 1
  for (let day = last; day < now - 1e-9;) {
    const next = Math.min(now, day + step)
    const leftThen = stillInfected(model, next - first)
    const chanceThen = unseen(next)
    cleaned += ((left - leftThen) * (chance + chanceThen)) / 2
    ;[day, left, chance] = [next, leftThen, chanceThen]
    step = Math.min(step * growth, longest)
  }
  return { cleaned, infected: left * chance }
}
