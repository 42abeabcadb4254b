import { type MarkId, type Signature, surest, type Test, type TestedField } from '@redalert/core'
import { amount } from '../report/amount.ts'
import { indented } from '../report/indented.ts'
import { joined } from '../report/joined.ts'
import { labelled } from '../report/labelled.ts'
import { say, terminalText, type TerminalText } from '../report/terminal.ts'
import type { View } from '../report/view.ts'
import { wrap } from '../report/wrap.ts'
import { classWords } from './class-words.ts'
import { conditionText } from './condition-text.ts'
import { marksText, proofText } from './proof-text.ts'

/** All about one family: what it is, what a log can show of it, what its marks are and prove, and what to do about it. */
export function* dossier(signature: Signature, view: View): Generator<TerminalText, void> {
  const { width, paint } = view
  const { id, name, aliases, years, proves, marks, shares = [], references } = signature
  const called = aliases.length > 0 ? say` It is also called ${listed(aliases)}.` : say``
  yield paint('heading', say`${terminalText(name)} (${terminalText(id)}), ${terminalText(years)}`)
  yield* wrap(say`${classWords[signature.class]}${called}`, width)
  yield say``
  yield* labelled(facts(signature), { width })
  // An address that is broken is none.
  for (const address of references) yield say`  ${terminalText(address)}`
  yield say``
  yield paint('heading', say`What proves what`)
  const rows = proves.map(
    proof =>
      [
        terminalText(proof.grade),
        say`${proofText(proof)}: ${terminalText(proof.because.replace('{count}', '…'))}`,
      ] as const,
  )
  const own = surest(signature) === proves[0]?.grade ? [] : [ownPayload]
  yield* labelled([...own, ...rows], { width })
  yield say``
  yield paint('heading', say`Its marks`)
  for (const mark of Object.keys(marks)) yield* markLines(mark, signature, view)
  if (shares.length > 0)
    yield* indented(say`and of other families: ${marksText(shares)}`, { width, indent: 2 })
}

const ownPayload = [
  say`infected`,
  say`a request that names its own sender as the place to fetch the program from`,
] as const

function facts({ hole, devices, calendar, log, advice }: Signature) {
  const told = hole.advisories.length > 0 ? say` (${listed(hole.advisories)})` : say``
  const kev =
    hole.kev === undefined
      ? say``
      : say`; in CISA's list of exploited holes since ${terminalText(hole.kev)}`
  const ids = listed([hole.id, ...(hole.also ?? [])])
  return [
    [say`Hole`, say`${ids}: ${terminalText(hole.name)}${told}${kev}`],
    [say`Machines`, terminalText(devices)],
    [say`Calendar`, terminalText(calendar)],
    [say`A log shows`, terminalText(log.shows)],
    [say`It hides`, terminalText(log.hides)],
    [say`To clean`, terminalText(advice.clean)],
    [say`To patch`, terminalText(advice.patch)],
  ] as const
}

function* markLines(
  id: MarkId,
  { marks }: Signature,
  { width }: View,
): Generator<TerminalText, void> {
  const rule = marks[id]
  if (!rule) return
  const { when, unless = [], door, samples } = rule
  const counted = say`${amount(samples.positive.length, 'line')} for it, ${samples.negative.length} against`
  yield say`  ${terminalText(id)}  (${counted})`
  for (const [field, tests] of Object.entries(when)) {
    for (const test of [tests].flat() as readonly Test[])
      yield* indented(conditionText(field as TestedField, test), { width, indent: 4 })
  }
  if (unless.length > 0)
    yield* indented(say`and it does not give ${joined(unless.map(terminalText), say` or `)}`, {
      width,
      indent: 4,
    })
  if (door)
    yield* indented(
      say`a back door: where this log's own server answers it with 200, that server is asked about`,
      { width, indent: 4 },
    )
}

function listed(texts: readonly string[]): TerminalText {
  return joined(texts.map(terminalText), say`, `)
}
