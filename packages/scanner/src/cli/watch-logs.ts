import { createHash } from 'node:crypto'
import { mkdir, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Instant, instantOfSeconds } from '@redalert/core'
import type { Run } from '../flags/invocation.ts'
import { isPattern } from '../read/file-pattern.ts'
import { findMissing } from '../read/find-missing.ts'
import { terminalText } from '../report/terminal.ts'
import { due } from '../spool/due.ts'
import type { Spool } from '../spool/open-spool.ts'
import { stateFolder } from '../spool/state-folder.ts'
import { findSendmail } from '../submit/mail/find-sendmail.ts'
import { type Addressing, makeFor } from '../submit/make-for.ts'
import { prepare } from '../submit/prepare.ts'
import { sensorTokens } from '../submit/sensor-token.ts'
import { lockWatch, type WatchLock } from '../watch/lock-watch.ts'
import { readState, type WatchState } from '../watch/watch-state.ts'
import { openWatcher, type Watcher } from '../watch/watcher.ts'
import { addressingOf } from './addressing-of.ts'
import type { Io } from './io.ts'
import { openSpoolOf } from './open-spool-of.ts'
import { print } from './print.ts'
import { readContextOf } from './read-context-of.ts'
import { refuse } from './refuse.ts'
import { sendAndTell } from './send-and-tell.ts'
import { type Stop, stopOnSignals } from './stop-on-signals.ts'
import { systemdText } from './systemd-text.ts'

type Options = Run<'watch'>['options']

const lookEveryMs = 2000
const sendEveryMs = 60_000

/** `redalert watch`: follows logs and submits what they show, until it is stopped; gives the exit code. */
export async function watchLogs({ options, words }: Run<'watch'>, io: Io): Promise<number> {
  const minutes = Number(options.every)
  if (words.length === 0) return refuse('name a log: redalert watch --to URL access.log', io)
  if (!(minutes > 0 && minutes <= 24 * 60))
    return refuse(`--every ${options.every} is no number of minutes up to 1440`, io)
  const reading = await addressingOf(options, io)
  if ('wrong' in reading) return refuse(reading.wrong, io)
  const { addressing } = reading
  const { recipient } = addressing
  if (options.systemd) return print(systemdText({ options, words, recipient, io }), io)
  if (recipient.kind === 'mail' && (await findSendmail(io.env)) === undefined)
    return refuse(
      'there is no sendmail here: submit by --to https://…, or write drafts with submit',
      io,
    )
  const folder = join(stateFolder(io.env), 'watch')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = nameOf(words, { options, addressing, io })
  const lock = await lockWatch(join(folder, `${name}.lock`), Date.now)
  if ('takenBy' in lock) return refuse(`process ${lock.takenBy} watches these logs already`, io)
  try {
    const spool = await openSpoolOf(options.spool, io)
    const stateFile = join(folder, `${name}.json`)
    const state = await readState(stateFile)
    if (!state)
      return refuse(
        `${stateFile}, where this watch keeps how far it read, is damaged: remove it, and the logs are read from the start; what was told already counts once`,
        io,
      )
    const outcome = { notes: 0 }
    const tell = (message: string) => {
      outcome.notes++
      io.stderr.write(`redalert: note: ${terminalText(message)}\n`)
    }
    const watcher = await watcherOf(words, {
      options,
      addressing,
      tell,
      spool,
      state,
      stateFile,
      io,
    })
    await noteMissing(words, io)
    const code = await go(watcher, { options, io, spool, lock, everyMs: minutes * 60_000 })
    // Who runs it once and looks at the code alone must learn that something could not be read.
    return options.once && outcome.notes > 0 ? 2 : code
  } finally {
    await lock.release()
  }
}

type Naming = { readonly options: Options; readonly addressing: Addressing; readonly io: Io }

/** The same logs for the same collector are the same watch. */
function nameOf(words: readonly string[], { options, addressing, io }: Naming): string {
  const paths = words.map(word => resolve(io.cwd(), word)).toSorted()
  const what = [addressing.recipient.text, options.sensor ?? hostname(), ...paths]
  return createHash('sha256').update(what.join('\n')).digest('hex').slice(0, 16)
}

type Opening = Naming & {
  readonly spool: Spool
  readonly state: WatchState
  readonly stateFile: string
  readonly tell: (message: string) => void
}

function watcherOf(
  names: readonly string[],
  { options, addressing, io, spool, state, stateFile, tell }: Opening,
): Promise<Watcher> {
  const { target, mine, listens, sensor = hostname() } = options
  const tokens = sensorTokens(stateFolder(io.env))
  let isAssumedTold = false
  return openWatcher({
    names,
    folder: io.cwd(),
    state,
    stateFile,
    sensor,
    context: readContextOf(options),
    listens,
    spool,
    now: Date.now,
    tell,
    make(told) {
      const prepared = prepare(told, { tokens, target, mine })
      if (prepared.stay.assumed > 0 && !isAssumedTold) {
        isAssumedTold = true
        tell('the log names no time zone, so what it shows stays here: say --zone')
      }
      const made = instantOfSeconds(Date.now() / 1000) as Instant
      return makeFor(prepared, { ...addressing, made })
    },
  })
}

/** A log that is not there yet may come; a name that nearly fits another is rather a mistake. */
async function noteMissing(words: readonly string[], io: Io): Promise<void> {
  for (const word of words) {
    const isThere = await stat(resolve(io.cwd(), word)).then(
      () => true,
      () => isPattern(word),
    )
    if (isThere) continue
    const { message } = await findMissing(word, io.cwd())
    io.stderr.write(`redalert: note: ${terminalText(message)}: waiting for it\n`)
  }
}

type Going = {
  readonly options: Options
  readonly io: Io
  readonly spool: Spool
  readonly lock: WatchLock
  readonly everyMs: number
}

async function go(watcher: Watcher, { options, io, spool, lock, everyMs }: Going): Promise<number> {
  const { json, once } = { json: false, once: options.once }
  const send = async () => {
    const waiting = due(await spool.waiting(), new Date().toISOString())
    return waiting.length === 0 ? 0 : sendAndTell(spool, waiting, { json, io })
  }
  if (once) {
    await watcher.look()
    await watcher.flush()
    await watcher.close()
    const code = await send()
    return code === 0 && (await spool.waiting()).length > 0 ? 1 : code
  }
  const stop = stopOnSignals(io)
  let [flushed, sent] = [Date.now(), 0]
  while (!stop.signal.aborted) {
    await watcher.look()
    await lock.beat()
    if (Date.now() - flushed >= everyMs) {
      await watcher.flush()
      flushed = Date.now()
      sent = 0
    }
    if (Date.now() - sent >= sendEveryMs) {
      await send()
      sent = Date.now()
    }
    await pause(stop)
  }
  await watcher.look()
  await watcher.close()
  stop.end()
  return 0
}

async function pause({ signal }: Stop): Promise<void> {
  await setTimeout(lookEveryMs, undefined, { signal }).catch(() => undefined)
}
