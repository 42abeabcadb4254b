import type { Instant } from '@redalert/core'
import type { DayFigures } from '../../sent-mail.ts'
import type { OutboxLimits } from './schema.ts'

/**
 * How many letters may leave within an hour now: few at first, twice as many after each day on which letters left and
 * few came back or were complained of, and half as many after one on which too many did.
 */
export function warmUp(days: readonly DayFigures[], now: Instant, limits: OutboxLimits): number {
  const today = now.slice(0, 10)
  let rate = Math.min(limits.start_hour, limits.most_hour)
  for (const { day, sent, bounced, complained } of days) {
    if (day >= today || sent === 0) continue
    const isGood =
      bounced <= limits.good_bounces * sent && complained <= limits.good_complaints * sent
    rate = isGood
      ? Math.min(rate * 2, limits.most_hour)
      : Math.min(rate, Math.max(limits.start_hour, Math.floor(rate / 2)))
  }
  return rate
}
