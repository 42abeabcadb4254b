import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@redalert/core'
import { Fault } from '../../fault.ts'
import { openLedger } from '../../ledger/open-ledger.ts'
import { approveLetter } from '../../outbox/posting/approve-letter.ts'
import { keepBack } from '../../outbox/posting/keep-back.ts'
import { lifeLimitsOf } from '../../policy/life-limits-of.ts'
import { type Command, dataOption } from '../command.ts'
import { dataFolder } from '../folder-of.ts'
import { writeLines } from '../io.ts'
import { loadConfig } from '../load-config.ts'
import { letterRow, lettersHeading } from '../outbox/letter-row.ts'
import { mailText } from '../outbox/mail-text.ts'
import { stopFile } from '../../telling/stop-file.ts'
import { remarkOf } from '../outbox/gate-remark.ts'
import { outboxStatus } from '../outbox/outbox-status.ts'
import type { OutboxWork } from '../outbox/outbox-work.ts'
import { planLetters } from '../outbox/plan-letters.ts'
import { sendAll } from '../outbox/send-all.ts'
import { safeJson, safeText } from '../safe-text.ts'

/** `outbox`: the letters to owners, which only a person lets go. */
export const outbox: Command = {
  usage:
    'outbox status|plan|list|show|approve|hold|send|stop|go [NUMBER...] --data DIR [--config FILE] [--all] [--exercise] [--json]',
  does: 'make the letters to owners that are due; list them, show one, let it go, keep it back; send what may leave; stop everything',
  options: {
    ...dataOption,
    config: { type: 'string' },
    all: { type: 'boolean' },
    exercise: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: { least: 1, most: 1000 },
  async run(given, io) {
    const [verb = '', ...numbers] = given.words
    const folder = dataFolder(given, io.cwd())
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
    if (!act)
      throw new Fault(
        'bad-config',
        `There is no outbox ${JSON.stringify(verb)}: it is status, plan, list, show, approve, hold, send, stop or go.`,
      )
    if (!existsSync(folder)) throw new Fault('no-folder', `There is no folder ${folder}.`)
    const config = loadConfig(folder, given.options['config'], io.cwd())
    using ledger = openLedger(join(folder, 'cases.db'), lifeLimitsOf(config.policy))
    return await act({ ledger, folder, config, given, io, letters: numbers.map(numberNamed) })
  },
}

const verbs: Readonly<Record<string, (work: OutboxWork) => Promise<number>>> = {
  status: outboxStatus,
  plan: planLetters,
  list,
  show,
  approve: ({ ledger: { book, letterbox }, ...work }) =>
    each(work, 'is let go', id => approveLetter({ book, letterbox }, id, now())),
  hold: ({ ledger, ...work }) =>
    each(work, 'is held', id => {
      const as = { as: 'hold', because: 'A person keeps it back.', at: now() } as const
      return keepBack(ledger, [id], as).length > 0
    }),
  send: sendAll,
  async stop({ folder, io, ledger: { letterbox } }) {
    writeFileSync(stopFile(folder), '')
    const gate = letterbox.gate()
    if (gate?.state !== 'shut')
      letterbox.turnGate({
        state: 'shut',
        at: now(),
        by: 'person',
        because: 'A person stopped it.',
      })
    await writeLines(io, ['No letter leaves until: redalert-collector outbox go'])
    return 0
  },
  async go({ folder, io, config, ledger: { letterbox } }) {
    const because = letterbox.gate()?.because
    letterbox.turnGate({ state: 'open', at: now(), by: 'person', because: null })
    rmSync(stopFile(folder), { force: true })
    await writeLines(io, [
      ...(because ? [`What stopped them counts as settled: ${safeText(because)}`] : []),
      config.outbox.mode === 'live'
        ? 'Letters may leave.'
        : 'Letters may leave once outbox.mode is "live".',
    ])
    return 0
  },
}

async function list({ ledger, folder, given, io }: OutboxWork): Promise<number> {
  const remark = remarkOf(folder, ledger.letterbox.gate())
  if (remark !== undefined) io.stderr.write(`redalert-collector: ${safeText(remark)}\n`)
  const states =
    given.options['all'] === true ? {} : { states: ['shown', 'held', 'queued', 'taken'] as const }
  const found = [...ledger.letterbox.letters(states)]
  const isJson = given.options['json'] === true
  const lines = isJson
    ? found.map(letter => safeJson({ kind: 'letter', ...letter }))
    : [lettersHeading, ...found.map(letterRow)]
  await writeLines(io, lines)
  return found.length > 0 ? 0 : 1
}

async function show({ ledger, io, letters }: OutboxWork): Promise<number> {
  let count = 0
  for (const id of letters) {
    const letter = ledger.letterbox.letter(id)
    if (!letter) continue
    count++
    const mail = ledger.letterbox.mail(id) ?? new Uint8Array()
    await writeLines(io, [lettersHeading, letterRow(letter), '', ...(await mailText(mail))])
  }
  return count > 0 ? 0 : 1
}

async function each(
  { io, letters }: Pick<OutboxWork, 'io' | 'letters'>,
  became: string,
  act: (id: number) => boolean,
): Promise<number> {
  const missed = letters.filter(id => !act(id))
  const done = letters.filter(id => !missed.includes(id))
  await writeLines(
    io,
    done.map(id => `Letter ${id} ${became}.`),
  )
  for (const id of missed)
    io.stderr.write(`redalert-collector: letter ${id} cannot be: see outbox list --all.\n`)
  return done.length > 0 && missed.length === 0 ? 0 : 1
}

function numberNamed(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new Fault('bad-config', `${JSON.stringify(text)} is no number of a letter.`)
}

function now(): Instant {
  return `${new Date().toISOString().slice(0, 19)}Z` as Instant
}
