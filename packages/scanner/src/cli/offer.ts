import type { Spooled } from '../spool/spooled.ts'
import { findSendmail } from '../submit/mail/find-sendmail.ts'
import type { Prepared } from '../submit/prepare.ts'
import { preview } from '../submit/preview.ts'
import { consent } from './consent.ts'
import type { Io } from './io.ts'
import { openSpoolOf } from './open-spool-of.ts'
import { print } from './print.ts'
import { refuse } from './refuse.ts'
import { sendAndTell } from './send-and-tell.ts'
import { writeDrafts } from './write-drafts.ts'

export type Offering = {
  readonly options: {
    readonly dryRun: boolean
    readonly yes: boolean
    readonly json: boolean
    readonly eml: string | undefined
    readonly spool: string | undefined
  }
  readonly words: readonly string[]
  readonly io: Io
}

/** Shows what would leave, and sends it when its owner says so. */
export async function offer(
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
async function draftFolder(to: string, { eml }: Offering['options'], { env, stderr }: Io) {
  if (!to.startsWith('mailto:')) return undefined
  if (eml !== undefined || (await findSendmail(env)) !== undefined) return eml
  stderr.write('redalert: note: there is no sendmail here, so the mails are written to files\n')
  return '.'
}
