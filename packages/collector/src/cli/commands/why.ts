import { Fault, parseAddress, sight, type Source } from '@redalert/core'
import { stepHost } from '../../cases/host.ts'
import type { BeliefReader } from '../../store/sqlite/beliefs/read-beliefs.ts'
import { because } from '../../trust/because.ts'
import type { Clock } from '../../trust/clock.ts'
import { saySkew } from '../../trust/say-skew.ts'
import type { Decision } from '../../trust/decide.ts'
import { type Command, dataOption } from '../command.ts'
import { writeLines } from '../io.ts'
import { lifeLines } from '../why/life-lines.ts'
import { type Seen, whyJson } from '../why/why-json.ts'
import { type Believed, openBelieved } from '../open-believed.ts'
import { safeBytes, safeText } from '../safe-text.ts'

/** `why`: what is known of one machine, who told it, and the lines that prove it. */
export const why: Command = {
  usage: 'why ADDRESS --data DIR [--config FILE] [--json]',
  does: 'show what is known of one machine, how far it may go and why, and the lines that prove it',
  options: { ...dataOption, config: { type: 'string' }, json: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  async run(given, io) {
    const [text = ''] = given.words
    const source = parseAddress(text)
    if (!source)
      throw new Fault(
        'bad-address',
        `${JSON.stringify(text)} is no address: write it like 192.0.2.7 or 2001:db8::7.`,
      )
    using believed = openBelieved(given, io)
    const told = believed.store.cells(source)
    if (told.length === 0) {
      await writeLines(io, [`Nobody told of ${source}.`])
      return 1
    }
    const rows = sight(
      told.map(({ cell }) => cell),
      believed.families.list,
      null,
    )
    const say = given.options['json'] === true ? whyJson : lines
    await writeLines(io, say(source, { told, rows }, believed))
    return 0
  },
}

function* lines(
  source: Source,
  { told, rows }: Seen,
  { beliefs, lives }: Believed,
): Generator<string> {
  const decisions = beliefs.decisionsOf(source)
  yield source
  for (const { family, grade, reason, first, last } of rows) {
    yield `  ${family}: ${grade}, for ${reason}`
    yield `    first ${first}, last ${last}`
    yield `    ${decisionText(
      decisions.find(decision => decision.family === family),
      beliefs,
    )}`
    yield* lifeLines({ source, family }, lives).map(line => `    ${line}`)
  }
  if (rows.length === 0) yield '  What it did proves nothing by itself.'
  const clocks = clocksIn(beliefs)
  for (const { submitter, cell } of told) {
    yield ''
    yield `  ${cell.hour}:00 UTC  ${cell.mark}  ${cell.identities.length}${cell.identities.length === 64 ? ' or more' : ''} requests, told by ${standingText(submitter, beliefs)} (sensor ${cell.sensor})`
    const skew = clocks(submitter).find(({ sensor }) => sensor === cell.sensor)?.skew
    if (skew) yield `    ${saySkew(skew)}`
    for (const { text } of cell.evidence)
      yield* text.split('\n').map(line => `    ${safeBytes(line)}`)
    if (cell.payloadHosts.length > 0)
      yield `    fetches from ${cell.payloadHosts.map(safeBytes).join(', ')}`
  }
}

/** What is known of each submitter's clocks, looked up once. */
function clocksIn({ clocks }: BeliefReader): (submitter: string) => readonly Clock[] {
  const known = new Map<string, readonly Clock[]>()
  return submitter => {
    const found = known.get(submitter) ?? clocks(submitter)
    known.set(submitter, found)
    return found
  }
}

function decisionText(decision: Decision | undefined, { policy }: BeliefReader): string {
  if (!decision) return 'suspected: nobody told of it whose words count'
  const state = stepHost(undefined, { kind: 'decided', may: decision.may })
  return `${state}, ${mayTexts[decision.may ?? 'nothing']}: ${because(decision, policy)}`
}

const mayTexts = {
  nothing: 'and it stays in the house',
  ask: 'its owner may be asked',
  assert: 'it may be stated to its owner',
  escalate: 'others than its owner may be told',
} as const

/** Who told it, and how far they are believed. */
function standingText(submitter: string, beliefs: BeliefReader): string {
  const standing = beliefs.standing(submitter)
  return standing ? `${safeText(submitter)}, ${standing.class}` : safeText(submitter)
}
