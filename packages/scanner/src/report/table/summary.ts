import { grades } from '@redalert/core'
import type { Row, Summary } from '../../finding.ts'
import { amount, duration, grouped, size } from '../amount.ts'
import { isMachine } from '../counts.ts'
import { say, terminalText, type TerminalText } from '../terminal.ts'
import { wrap } from '../wrap.ts'
import type { Look } from './look.ts'
import { nextSteps } from './next-steps.ts'
import { spaced } from './seen.ts'
import type { Told } from './told.ts'

/** What was found in all, what was read for it, and what to do next. */
export function* summaryLines(told: Told, look: Look): Generator<TerminalText, void> {
  const { rows, summary } = told
  if (!summary) return
  for (const line of wrap(result(rows, summary, look), look.width))
    yield look.paint('heading', line)
  yield* incomplete(told, look)
  yield* wrap(readLines(summary), look.width)
  if (summary.first && summary.last)
    yield say`Logged from ${spaced(summary.first)} to ${spaced(summary.last)} UTC`
  yield speed(summary)
  const steps = nextSteps(told)
  if (steps.length > 0) yield say``
  for (const step of steps) yield* wrap(step, look.width)
}

function result(
  rows: readonly Row[],
  { lines, matched, other }: Summary,
  { minGrade }: Look,
): TerminalText {
  const machines = rows.filter(isMachine)
  if (machines.length > 0) return machinesByGrade(machines)
  if (lines === 0) return say`Nothing was read, so nothing can be said.`
  if (matched + other === 0)
    return say`No line of these logs could be read, so nothing can be said.`
  const sure = minGrade ? say` for which that is at least ${terminalText(minGrade)}` : say``
  return say`Nothing found: these logs show no infected machine of a family that redalert knows${sure}.`
}

/** What the table cannot hold: why is told on the standard error. */
function* incomplete(
  { stopped, faults }: Told,
  { width, paint }: Look,
): Generator<TerminalText, void> {
  const sentence = stopped
    ? say`The scan was stopped: this is what was found until then.`
    : say`${amount(faults, 'problem')} told on the standard error: what could not be read is not in this table.`
  if (faults > 0) for (const line of wrap(sentence, width)) yield paint('heading', line)
}

const called = {
  infected: say`infected`,
  likely: say`likely infected`,
  probe: say`probing`,
} as const

/** Each machine counts once, as what it is most surely. */
function machinesByGrade(rows: readonly Row[]): TerminalText {
  const told = new Set<string>()
  const counts = grades.map(grade => {
    const sources = new Set(
      rows.filter(row => row.grade === grade && !told.has(row.source)).map(({ source }) => source),
    )
    for (const source of sources) told.add(source)
    return { grade, count: sources.size }
  })
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ grade, count }) => say`${grouped(count)} ${called[grade]}`)
  const own = new Set(rows.filter(isOwn).map(({ source }) => source)).size
  const yours = own > 0 ? say`, ${grouped(own)} of them yours` : say``
  return say`${amount(told.size, 'machine')}: ${parts.join(', ') as TerminalText}${yours}.`
}

function isOwn({ setApart }: Row): boolean {
  return setApart === 'mine'
}

function readLines({ files, lines, matched, other, unread, skipped }: Summary): TerminalText {
  const parts = say`${grouped(matched)} matched + ${grouped(other)} other + ${grouped(unread)} unread + ${grouped(skipped)} skipped`
  return say`${amount(lines, 'line')} of ${amount(files, 'file')} = ${parts}`
}

function speed({ lines, bytes, seconds }: Summary): TerminalText {
  const read = say`Read ${size(bytes)} in ${duration(seconds)}`
  if (seconds <= 0) return read
  return say`${read}: ${grouped(lines / seconds)} lines/s, ${size(bytes / seconds)}/s`
}
