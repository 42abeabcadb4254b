import { conditionText, payloadText } from '../families/condition-text.ts'
import { escapedText } from '../families/escaped-text.ts'
import { indented } from '../report/indented.ts'
import { joined } from '../report/joined.ts'
import { shortened } from '../report/shortened.ts'
import { say, terminalText, type TerminalText } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import type { EntryStory, TrialStory } from './line-story.ts'

/** The marks of a line with the conditions that gave them; without one, the nearest and what failed. */
export function* trialLines(
  { marks, trials }: EntryStory,
  view: View,
): Generator<TerminalText, void> {
  const given = trials.filter(trial => trial.given)
  const [nearest] = trials
  if (marks.length > 0) {
    yield view.paint('heading', say`Its marks`)
    for (const trial of given) yield* oneTrial(trial, view)
    yield* otherMarks({ marks, trials }, view)
    return
  }
  yield view.paint('heading', say`It has no mark`)
  if (!nearest) {
    yield say`  and comes near to none`
    return
  }
  yield say`  The nearest is ${terminalText(nearest.mark)}:`
  yield* conditionLines(nearest, view)
}

function* oneTrial(trial: TrialStory, view: View): Generator<TerminalText, void> {
  yield say`  ${terminalText(trial.mark)}`
  yield* conditionLines(trial, view)
}

/** Marks that no conditions of their own give, and those that count no more beside a better one. */
function* otherMarks(
  { marks, trials }: Pick<EntryStory, 'marks' | 'trials'>,
  { width }: View,
): Generator<TerminalText, void> {
  const tried = new Set(trials.map(({ mark }) => mark))
  for (const { id } of marks) {
    if (tried.has(id.split('~', 1)[0] ?? id)) continue
    yield say`  ${terminalText(id)}`
    yield say`    its user agent names a known scanner`
  }
  for (const { mark, outdoneBy } of trials.filter(isOutdone)) {
    const better = joined(outdoneBy.map(terminalText), say` and `)
    yield* indented(
      say`It also fits ${terminalText(mark)}, which does not count beside ${better}.`,
      {
        width,
        indent: 2,
      },
    )
  }
  const hosts = [...new Set(marks.flatMap(({ payloadHosts }) => payloadHosts))]
  if (hosts.length > 0)
    yield* indented(
      say`It tells its victim to fetch from ${joined(hosts.map(terminalText), say`, `)}.`,
      {
        width,
        indent: 2,
      },
    )
}

function isOutdone({ given, outdoneBy, conditions }: TrialStory): boolean {
  return !given && outdoneBy.length > 0 && conditions.every(({ outcome }) => outcome !== 'fails')
}

function* conditionLines(trial: TrialStory, view: View): Generator<TerminalText, void> {
  for (const condition of trial.conditions)
    yield* indented(conditionLine(condition, view), { width: view.width, indent: 4 })
  if (!trial.given && trial.outdoneBy.length > 0)
    yield say`    ✗ it does not count beside ${joined(trial.outdoneBy.map(terminalText), say` and `)}`
}

function conditionLine(
  { field, test, outcome, actual }: TrialStory['conditions'][number],
  { width }: View,
): TerminalText {
  const text = conditionText(field, test)
  switch (outcome) {
    case 'holds':
      return say`✓ ${text}`
    case 'inside':
      return say`… ${text}: the line was cut off before it could show`
    case 'fails':
      return say`✗ ${text}: ${actualText(field, actual, width)}`
  }
}

function actualText(
  field: TrialStory['conditions'][number]['field'],
  actual: string | undefined,
  width: number,
): TerminalText {
  if (actual === undefined) return say`the log does not hold it`
  if (field === 'payload') return payloadText(actual)
  if (actual === '') return say`it is empty`
  return say`it is "${shortened(escapedText(actual), width)}"`
}
