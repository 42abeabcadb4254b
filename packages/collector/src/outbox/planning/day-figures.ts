import type { DayFigures, SentMail } from '../../sent-mail.ts'

/** The figures of each day on which letters left, in order. */
export function dayFigures(history: Iterable<SentMail>): readonly DayFigures[] {
  const days = new Map<string, { day: string; sent: number; bounced: number; complained: number }>()
  for (const { at, outcome } of history) {
    const day = at.slice(0, 10)
    const figures = days.get(day) ?? { day, sent: 0, bounced: 0, complained: 0 }
    days.set(day, figures)
    figures.sent++
    if (outcome) figures[outcome]++
  }
  return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1))
}
