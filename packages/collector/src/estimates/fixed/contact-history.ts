import type { Cell } from '@redalert/core'
import type { ContactHistory } from './contact-model.ts'
import { daysOf } from './exposure-clock.ts'
import type { Habits } from './habits.ts'

/**
 * What the cells of one source and family show of its contact rate; undefined without any. One sensor in one hour is
 * one contact, however many requests came: they come in bursts. A contact while the family should sleep moves the last
 * one, and is not counted, for the clock stands still then.
 */
export function contactHistory(
  cells: readonly Cell[],
  isAwake: Habits['isAwake'],
): ContactHistory | undefined {
  const [some] = cells
  if (!some) return undefined
  let { first, last } = some
  const hours = new Set<string>()
  for (const cell of cells) {
    if (cell.first < first) first = cell.first
    if (cell.last > last) last = cell.last
    if (isAwake(cell.hour)) hours.add(`${cell.hour} ${cell.sensor}`)
  }
  return { first: daysOf(first), last: daysOf(last), contacts: Math.max(hours.size, 1) }
}
