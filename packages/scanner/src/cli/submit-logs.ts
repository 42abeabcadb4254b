import { hostname } from 'node:os'
import type { Run } from '../flags/invocation.ts'
import type { Spooled } from '../spool/spooled.ts'
import { stateFolder } from '../spool/state-folder.ts'
import { findSendmail } from '../submit/mail/find-sendmail.ts'
import { makeFor } from '../submit/make-for.ts'
import { type Prepared, prepare } from '../submit/prepare.ts'
import { preview } from '../submit/preview.ts'
import { sensorTokens } from '../submit/sensor-token.ts'
import { stayText } from '../submit/stay-text.ts'
import { takeIn } from '../submit/take-in.ts'
import type { Told } from '../submit/told.ts'
import { addressingOf } from './addressing-of.ts'
import { asides } from './asides.ts'
import { consent } from './consent.ts'
import type { Io } from './io.ts'
import { openSpoolOf } from './open-spool-of.ts'
import { print } from './print.ts'
import { readContextOf } from './read-context-of.ts'
import { refuse } from './refuse.ts'
import { sendAndTell } from './send-and-tell.ts'
import { writeDrafts } from './write-drafts.ts'
import { type Stop, stopOnSignals } from './stop-on-signals.ts'

type Options = Run<'submit'>['options']

/** `redalert submit`: tells a collector what logs show, after showing it to their owner; gives the exit code. */
export async function submitLogs({ options, words }: Run<'submit'>, io: Io): Promise<number> {
  const reading = await addressingOf(options, io)
  if ('wrong' in reading) return refuse(reading.wrong, io)
  const stop = stopOnSignals(io)
  const taken = await take(words, { options, stop, io })
  stop.end()
  if (stop.code() !== undefined) return stop.code() ?? 2
  if ('wrong' in taken.told) return refuse(taken.told.wrong, io)
  const prepared = preparedOf(taken.told, options, io)
  const ready = prepared.flatMap(each => makeFor(each, reading.addressing))
  const code = await offer(ready, prepared, { options, words, io })
  return taken.faults > 0 ? 2 : code
}

type Taking = { readonly options: Options; readonly stop: Stop; readonly io: Io }

async function take(words: readonly string[], { options, stop, io }: Taking) {
  const { tell, end } = asides(io)
  let faults = 0
  const told = await takeIn(words, {
    sensor: options.sensor ?? hostname(),
    context: readContextOf(options),
    since: options.since,
    until: options.until,
    listens: options.listens,
    signal: stop.signal,
    folder: io.cwd(),
    stdin: io.stdin,
    tell(finding) {
      if (finding.kind === 'fault') faults++
      tell(finding)
    },
  })
  end()
  return { told, faults }
}

function preparedOf(told: readonly Told[], options: Options, io: Io): readonly Prepared[] {
  const { target, mine } = options
  const tokens = sensorTokens(stateFolder(io.env))
  const prepared = told.map(each => prepare(each, { tokens, target, mine }))
  for (const { stay } of prepared)
    for (const line of stayText(stay)) io.stderr.write(`redalert: note: ${line}\n`)
  return prepared
}

type Offering = { readonly options: Options; readonly words: readonly string[]; readonly io: Io }

/** Shows what would leave, and sends it when its owner says so. */
async function offer(
  ready: readonly Spooled[],
  prepared: readonly Prepared[],
  { options, words, io }: Offering,
): Promise<number> {
  if (options.dryRun) {
    const failure = await print(ready.map(({ body }) => `${body}\n`).join(''), io)
    return failure === 0 && ready.length === 0 ? 1 : failure
  }
  if (ready.length === 0) {
    io.stderr.write('redalert: there is nothing to submit\n')
    // What only a flag keeps from leaving is somebody's mistake, and no silence.
    return prepared.some(({ stay }) => stay.assumed > 0) ? 2 : 1
  }
  if (!options.yes) {
    io.stderr.write(`${preview(ready, prepared).join('\n')}\n`)
    const isAsked = io.stdin.isTTY && io.stderr.isTTY && !words.includes('-')
    if (!isAsked) return refuse('nothing was sent: say --yes to send it without being asked', io)
    if (!(await consent('Send this?', io))) return refuse('nothing was sent', io)
  }
  const drafts = await draftFolder(ready[0]?.to ?? '', options, io)
  if (drafts !== undefined) {
    const code = await writeDrafts(ready, { folder: drafts, json: options.json, io })
    return code === 0 && options.eml === undefined ? 1 : code
  }
  const spool = await openSpoolOf(options.spool, io)
  await spool.add(ready)
  const to = ready[0]?.to
  const waiting = (await spool.waiting()).filter(({ head }) => head.to === to)
  return sendAndTell(spool, waiting, { json: options.json, io })
}

/** Where mails are written that nobody here can send; undefined when they can be sent. */
async function draftFolder(to: string, { eml }: Options, { env, stderr }: Io) {
  if (!to.startsWith('mailto:')) return undefined
  if (eml !== undefined || (await findSendmail(env)) !== undefined) return eml
  stderr.write('redalert: note: there is no sendmail here, so the mails are written to files\n')
  return '.'
}
