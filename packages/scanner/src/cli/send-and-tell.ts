import manifest from '../../package.json' with { type: 'json' }
import type { Spool, Waiting } from '../spool/open-spool.ts'
import { sendAll } from '../submit/send-all.ts'
import { sendByMail } from '../submit/mail/send-by-mail.ts'
import { sender } from '../submit/sender.ts'
import { sentJson } from '../submit/sent-json.ts'
import { sentText } from '../submit/sent-text.ts'
import type { Sent } from '../submit/sent.ts'
import { writeToStream } from '../report/write-to-stream.ts'
import type { Io } from './io.ts'
import { failureOf } from './print.ts'
import { stopOnSignals } from './stop-on-signals.ts'

export type Telling = { readonly json: boolean; readonly io: Io }

/** Sends what waits, tells what became of each, and gives the exit code: 1 when something waits on, 2 when something was refused. */
export async function sendAndTell(
  spool: Spool,
  waiting: readonly Waiting[],
  { json, io }: Telling,
): Promise<number> {
  const stop = stopOnSignals(io)
  const send = sender({
    env: io.env,
    userAgent: `redalert/${manifest.version}`,
    now: Date.now,
    mail: text => sendByMail(text, io.env),
  })
  const outcome = { code: 0 }
  const sent = sendAll(spool, waiting, {
    send,
    now: Date.now,
    random: Math.random,
    signal: stop.signal,
  })
  const written = await writeToStream(io.stdout, texts(sent, { json, outcome }))
  stop.end()
  return stop.code() ?? failureOf(written, io) ?? outcome.code
}

async function* texts(
  sent: AsyncIterable<Sent>,
  { json, outcome }: { readonly json: boolean; readonly outcome: { code: number } },
): AsyncGenerator<string, void> {
  for await (const each of sent) {
    if (each.kind === 'refused') outcome.code = 2
    if (each.kind === 'later') outcome.code ||= 1
    yield json ? `${sentJson(each)}\n` : `${sentText(each).join('\n')}\n`
  }
}
