import { type Instant, secondsOf } from '@redalert/core'
import { bestShift, type Shift } from './best-shift.ts'
import type { Skew } from './skew.ts'

/** When a sensor saw a source, by its own clock. */
export type Sight = {
  readonly submitter: string
  readonly sensor: string
  readonly first: Instant
  readonly last: Instant
}

/**
 * Infers from common sources how far each sensor's clock is off. A source that was about for a short while only must
 * have been seen by all within that while; a clock that fits most of them when shifted, and else does not, is off by
 * that shift. Sources that were about for long tell nothing, nor do those that only one other submitter saw, for then
 * either clock may be the wrong one. Nothing is corrected: it is to be stated.
 */
export function inferSkews(sources: Iterable<readonly Sight[]>): ReadonlyMap<string, Skew> {
  const shifts = new Map<string, Shift[]>()
  for (const sights of sources) {
    const spans = sights.map(sight => ({
      ...sight,
      from: secondsOf(sight.first),
      until: secondsOf(sight.last),
    }))
    for (const mine of spans) {
      const others = spans.filter(({ submitter }) => submitter !== mine.submitter)
      if (new Set(others.map(({ submitter }) => submitter)).size < 2) continue
      const begin = Math.min(...others.map(({ from }) => from))
      const end = Math.max(...others.map(({ until }) => until))
      const shift = { least: mine.from - end - slack, most: mine.until - begin + slack }
      if (shift.most - shift.least > widest) continue
      const known = shifts.get(sensorKey(mine))
      if (known) known.push(shift)
      else shifts.set(sensorKey(mine), [shift])
    }
  }
  return new Map([...shifts].map(([sensor, found]) => [sensor, skewOf(found)]))
}

/** The name under which {@link inferSkews} tells of a sensor. */
export function sensorKey({ submitter, sensor }: Pick<Sight, 'submitter' | 'sensor'>): string {
  return `${submitter} ${sensor}`
}

/** A source that is about may knock at one door this much later than at another. */
const slack = 900
/** A common source that leaves more room than this tells nothing. */
export const widest = 6 * 3600
const fewestSources = 5
const enough = 0.8
const tooFew = 0.5

function skewOf(shifts: readonly Shift[]): Skew {
  const common = shifts.length
  if (common < fewestSources) return { kind: 'unknown', common }
  const unshifted = shifts.filter(({ least, most }) => least <= 0 && most >= 0).length
  if (unshifted >= enough * common) return { kind: 'agrees', common }
  const { least, most, fitting } = bestShift(shifts)
  if (fitting < enough * common || unshifted > tooFew * common) return { kind: 'unknown', common }
  return {
    kind: 'skewed',
    seconds: Math.round((least + most) / 2),
    give: Math.ceil((most - least) / 2),
    common,
    fitting,
  }
}
