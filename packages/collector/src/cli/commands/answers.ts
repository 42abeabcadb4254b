import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@redalert/core'
import { Fault } from '../../fault.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { openLedger } from '../../ledger/open-ledger.ts'
import { lifeLimitsOf } from '../../policy/life-limits-of.ts'
import { disputedHosts, doneEvents, type Finding } from '../answers/done-events.ts'
import { heardHeading, heardLines, heardRow } from '../answers/heard-lines.ts'
import { type Command, dataOption, type Given } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { type Io, writeLines } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import { safeJson } from '../safe-text.ts'

/** `answers`: what came back on letters and waits for a person. */
export const answers: Command = {
  usage:
    'answers list|show|done [NUMBER...] --data DIR [--config FILE] [--all] [--json] [--raw] [--evidence stands|falls]',
  does: 'what came back on letters and a person should read: list it, show one (--raw: the whole mail), be done with it; --evidence settles a dispute',
  options: {
    ...dataOption,
    config: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
    raw: { type: 'boolean' },
    evidence: { type: 'string' },
  },
  words: { least: 1, most: 1000 },
  async run(given, io) {
    const [verb = '', ...words] = given.words
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (!act)
      throw new Fault(
        'bad-config',
        `There is no answers ${JSON.stringify(verb)}: it is list, show or done.`,
      )
    const folder = dataFolder(given, io.cwd())
    if (!existsSync(folder)) throw new Fault('no-folder', `There is no folder ${folder}.`)
    const config = loadConfig(folder, given.options['config'], io.cwd())
    using ledger = openLedger(join(folder, 'cases.db'), lifeLimitsOf(config.policy))
    return await act({ ledger, given, io, numbers: words.map(numberNamed) })
  },
}

type Work = {
  readonly ledger: Ledger
  readonly given: Given
  readonly io: Io
  readonly numbers: readonly number[]
}

const verbs: Readonly<Record<string, (work: Work) => Promise<number>>> = { list, show, done }

async function list({ ledger, given, io }: Work): Promise<number> {
  const found = [...ledger.heard.list({ all: given.options['all'] === true })]
  const lines =
    given.options['json'] === true
      ? found.map(heard => safeJson({ ...heard, kind: 'answer', came: heard.kind }))
      : [heardHeading, ...found.map(heardRow)]
  await writeLines(io, lines)
  return found.length > 0 ? 0 : 1
}

async function show({ ledger, given, io, numbers }: Work): Promise<number> {
  let count = 0
  for (const number of numbers) {
    const heard = ledger.heard.one(number)
    const mail = ledger.heard.mail(number)
    if (!heard) continue
    if (given.options['raw'] === true) {
      if (!mail) continue
      io.stdout.write(mail)
    } else await writeLines(io, heardLines(heard))
    count++
  }
  return count > 0 ? 0 : 1
}

async function done({ ledger, given, io, numbers }: Work): Promise<number> {
  const { book, heard: kept } = ledger
  const finding = findingNamed(given.options['evidence'])
  let count = 0
  for (const number of numbers) {
    const heard = kept.one(number)
    const disputed = heard ? disputedHosts(book, heard).length : 0
    if (
      (heard?.kind === 'commands' || heard?.kind === 'page') &&
      disputed > 0 &&
      finding === undefined
    )
      throw new Fault(
        'bad-config',
        `${disputed} machines are disputed by ${heard.contact ?? 'its sender'}, and nobody is told of them meanwhile. Say what you found: --evidence stands, and the letters go on, or --evidence falls, and they are never told again.`,
      )
    const events = heard ? doneEvents(heard, finding, { book, kept, at: now() }) : []
    if (kept.done(number, events)) count++
    else
      io.stderr.write(`redalert-collector: answer ${number} waits for nobody: see answers list.\n`)
  }
  await writeLines(io, [`${count} ${count === 1 ? 'answer is' : 'answers are'} done with.`])
  return count === numbers.length && count > 0 ? 0 : 1
}

function findingNamed(text: string | boolean | undefined): Finding | undefined {
  if (text === undefined || text === 'stands' || text === 'falls') return text
  throw new Fault('bad-config', '--evidence is stands or falls.')
}

function numberNamed(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new Fault('bad-config', `${JSON.stringify(text)} is no number of an answer.`)
}

function now(): Instant {
  return `${new Date().toISOString().slice(0, 19)}Z` as Instant
}
