import { type Coverage, type Hour, type Instant, instantOfSeconds } from '@redalert/core'
import { randomOf } from './any-random.ts'
import { coveredHours } from './covered-hours.ts'
import { daysOf, type ExposureClock, exposureClock } from './exposure-clock.ts'
import { type Habits, habitsOf } from './habits.ts'

/** A machine, with what nobody sees: when it was cleaned. */
export type TrueHost = { readonly cleaned: number; readonly seen: readonly number[] }

/** A made-up outbreak in July and August 2001: what the sensors told, and the truth. */
export type Outbreak = {
  readonly from: number
  readonly days: number
  readonly coverages: readonly Coverage[]
  readonly hosts: readonly TrueHost[]
}

export type OutbreakOptions = {
  readonly seed: number
  readonly hosts: number
  /** Contacts per day of an average host, if all sensors listen and the worm is awake. */
  readonly perDay: number
  readonly rates?: 'gamma' | 'lognormal'
  /** 1: hosts are cleaned at a constant rate; below it those that last long last longer. */
  readonly cleaningShape?: number
}

const start = daysOf('2001-07-01T00:00:00Z' as Instant)
const days = 62
const sensors = 200

/** Sensors that fail and leave, a worm that sleeps, machines that differ, and half of which is cleaned soon. */
export function outbreak({
  seed,
  hosts,
  perDay,
  rates = 'gamma',
  cleaningShape = 1,
}: OutbreakOptions): Outbreak {
  const random = randomOf(seed)
  const coverages = Array.from({ length: sensors }, (_, index) => {
    const addresses = Math.max(1, Math.round(Math.exp(random.normal()) * 4))
    const leaves = random.fraction() < 0.2 ? random.fraction() * days * 2 : days
    const hours: Record<Hour, number> = {}
    for (let [day, isUp] = [0, true]; day < days; isUp = !isUp) {
      const end = day + random.exponential() * (isUp ? 10 : 1.5)
      const until = Math.min(end, leaves, days) * 24
      const from = isUp ? Math.ceil(day * 24) : until
      for (let hour = from; hour < until; hour++) hours[hourAt(hour)] = 1
      day = end
    }
    const listens = Array.from({ length: addresses }, () => '192.0.2.1')
    return { sensor: String(index), hours, listens, signatures: '1' }
  })
  const clock = clockOf({ coverages }, isSpreading)
  const whole = coverages.reduce((sum, { listens }) => sum + listens.length, 0)
  const moments = momentsOf(clock)
  const all = Array.from({ length: hosts }, () => {
    const soon = random.fraction() < 0.5 ? 0.2 : 0.02
    const cleaned = start + random.exponential() ** (1 / cleaningShape) / soon
    const inequality =
      rates === 'gamma' ? random.gamma(0.8) : Math.exp(1.3 * random.normal() - 0.845)
    const rate = (perDay * inequality) / whole
    const seen: number[] = []
    for (let exposure = 0; ;) {
      exposure += random.exponential() / rate
      const day = moments(exposure)
      if (day === undefined || day >= cleaned) break
      seen.push(day)
    }
    return { cleaned, seen }
  })
  return { from: start, days, coverages, hosts: all.filter(({ seen }) => seen.length > 0) }
}

/** The clock of somebody who believes that the worm is awake then. */
export function clockOf({ coverages }: Pick<Outbreak, 'coverages'>, belief: Belief): ExposureClock {
  return exposureClock(coveredHours(coverages), belief)
}

/** When somebody believes that the worm is awake: as its calendar says, or always. */
export type Belief = Habits['isAwake']
export const calendar: Belief = habitsOf('codered-n').isAwake
export const noCalendar: Belief = () => true

/** The truth, of which the calendar is not sure on the first and the last day. */
const isSpreading: Belief = hour => Number(hour.slice(8, 10)) <= 19

/** When so much exposure had passed; undefined after the end. */
function momentsOf(clock: ExposureClock): (exposure: number) => number | undefined {
  const hours = Array.from({ length: days * 24 + 1 }, (_, hour) => clock.at(start + hour / 24))
  return exposure => {
    if (exposure >= (hours.at(-1) ?? 0)) return undefined
    let [low, high] = [0, hours.length - 1]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((hours[middle] ?? 0) <= exposure) low = middle
      else high = middle
    }
    const [before, after] = [hours[low] ?? 0, hours[high] ?? 0]
    return start + (low + (exposure - before) / (after - before)) / 24
  }
}

function hourAt(hour: number): Hour {
  return (instantOfSeconds(start * 86_400 + hour * 3600) ?? '').slice(0, 13) as Hour
}
