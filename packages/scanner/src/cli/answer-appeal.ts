import { resolve } from 'node:path'
import { type Instant, instantOfSeconds, signatures, wantedFamilies } from '@redalert/core'
import manifest from '../../package.json' with { type: 'json' }
import { appealPlace } from '../answer/appeal-place.ts'
import { appealText } from '../answer/appeal-text.ts'
import { familyNotes } from '../answer/family-notes.ts'
import { fetchAppeal } from '../answer/fetch-appeal.ts'
import { knownKeys } from '../answer/known-keys.ts'
import { trustedAppeal } from '../answer/trusted-appeal.ts'
import { wantedOnly } from '../answer/wanted-only.ts'
import type { Run } from '../flags/invocation.ts'
import { parseRecipient } from '../spool/recipient.ts'
import { stateFolder } from '../spool/state-folder.ts'
import { makeFor } from '../submit/make-for.ts'
import { addressingOf } from './addressing-of.ts'
import type { Io } from './io.ts'
import { offer } from './offer.ts'
import { preparedOf } from './prepared-of.ts'
import { refuse } from './refuse.ts'
import { stopOnSignals } from './stop-on-signals.ts'
import { takeLogs } from './take-logs.ts'

/** `redalert answer`: answers an appeal, after showing it and what would leave; gives the exit code. */
export async function answerAppeal({ options, words }: Run<'answer'>, io: Io): Promise<number> {
  const [named = '', ...logs] = words
  const found = await findAppeal(named, options.key, io)
  if ('wrong' in found) return refuse(found.wrong, io)
  const { appeal, remember } = found
  const recipient = parseRecipient(appeal.to.url ?? `mailto:${appeal.to.mail}`)
  if ('wrong' in recipient) return refuse(`where its answers go ${recipient.wrong}`, io)
  const addressed = await addressingOf(
    { ...options, to: recipient.recipient, allowHttp: false },
    io,
  )
  if ('wrong' in addressed) return refuse(addressed.wrong, io)
  const families = wantedFamilies(appeal, signatures)
  io.stderr.write(`${appealText(appeal, localeOf(io)).join('\n')}\n`)
  for (const note of familyNotes(families)) io.stderr.write(`redalert: note: ${note}\n`)
  if (families.wanted.length === 0)
    return refuse('it asks for nothing that this program can look for: take a newer one', io)

  const stop = stopOnSignals(io)
  const { from: since, until } = appeal
  const reading = { ...options, since, until }
  const besides = families.brought
  const taken = await takeLogs(logs, { options: reading, besides, stop, io })
  stop.end()
  if (stop.code() !== undefined) return stop.code() ?? 2
  if ('wrong' in taken.told) return refuse(taken.told.wrong, io)
  const told = taken.told.map(each => wantedOnly(each, appeal, families.wanted))
  const prepared = preparedOf(told, options, io)
  const ready = prepared.flatMap(each => makeFor(each, addressed.addressing))
  const code = await offer(ready, prepared, { options, words: logs, io })
  if (!options.dryRun && code !== 2) remember()
  return taken.faults > 0 ? 2 : code
}

/** The appeal that is named, when it is its collector's and not over. */
async function findAppeal(named: string, key: string | undefined, io: Io) {
  const place = appealPlace(named)
  if ('wrong' in place) return { wrong: `${named} ${place.wrong}` }
  const fetched = await fetchAppeal(
    place.kind === 'file' ? { kind: 'file', path: resolve(io.cwd(), place.path) } : place,
    { userAgent: `redalert/${manifest.version}` },
  )
  if ('wrong' in fetched) return fetched
  const keys = knownKeys(stateFolder(io.env))
  const now = instantOfSeconds(Date.now() / 1000) as Instant
  const trusted = trustedAppeal(fetched.text, { place, key, known: keys.of, now })
  if ('wrong' in trusted) return trusted
  const { appeal } = trusted
  if (trusted.isOver)
    return { wrong: `this appeal is over: its answers were wanted until ${appeal.deadline}` }
  const { url } = appeal.to
  const published = place.kind === 'url' ? place.origin : undefined
  const origin = url === null ? published : new URL(url).origin
  const remember = (): void => {
    if (origin !== undefined) keys.note(origin, appeal.key)
  }
  return { appeal, remember }
}

function localeOf({ env }: Io): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG
}
