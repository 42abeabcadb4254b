import { marksText } from '../families/proof-text.ts'
import { indented } from '../report/indented.ts'
import { labelled } from '../report/labelled.ts'
import { say, terminalText, type TerminalText } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import { lackText } from './lack-text.ts'
import type { StandingStory } from './line-story.ts'

/** The judgement, family by family, and what a surer one would take. */
export function* standingLines(
  standings: readonly StandingStory[],
  view: View,
): Generator<TerminalText, void> {
  if (standings.length === 0) return
  yield view.paint('heading', say`What it proves`)
  for (const standing of standings) yield* oneStanding(standing, view)
}

function* oneStanding(
  { family, verdict, marks, lacks }: StandingStory,
  { width, paint }: View,
): Generator<TerminalText, void> {
  const name = say`${terminalText(family.name)} (${terminalText(family.id)})`
  if (verdict) {
    const { grade, reason } = verdict
    const title = say`${name}, ${terminalText(grade)}`
    const [first = say``, ...more] = indented(say`${title}: ${terminalText(reason)}`, {
      width,
      indent: 2,
    })
    yield first.includes(title)
      ? (first.replace(title, () => paint(grade, title)) as TerminalText)
      : first
    yield* more
    yield* indented(say`by ${marksText(marks)}`, { width, indent: 4 })
    if (verdict.scanner)
      yield* indented(say`a known scanner's requests prove no more than that it looked`, {
        width,
        indent: 4,
      })
  } else
    yield* indented(say`${name}: no row: ${marksText(marks)} alone prove nothing`, {
      width,
      indent: 2,
    })
  if (lacks.length === 0) return
  yield say`    For more it would take`
  yield* labelled(
    lacks.map(lack => {
      const by = lack.family === family.id ? say`` : say` by ${terminalText(lack.family)}`
      return [say`${terminalText(lack.grade)}${by}`, lackText(lack)]
    }),
    { width, indent: 6 },
  )
}
