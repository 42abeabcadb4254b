import manifest from '../../package.json' with { type: 'json' }
import type { Run } from '../flags/invocation.ts'
import { safeJson } from '../report/safe-json.ts'
import { terminalText } from '../report/terminal.ts'
import { fetchStatus } from '../submit/fetch-status.ts'
import { keyOf } from '../submit/key-of.ts'
import { statusText } from '../submit/status-text.ts'
import type { Io } from './io.ts'
import { print } from './print.ts'
import { readKey } from './read-key.ts'
import { objectionTo, recipientOf } from './recipient-of.ts'
import { refuse } from './refuse.ts'

/** `redalert status`: asks a collector what became of what was submitted; gives the exit code. */
export async function showStatus({ options }: Run<'status'>, io: Io): Promise<number> {
  const to = recipientOf(options.to, io)
  if ('wrong' in to) return refuse(to.wrong, io)
  const { recipient } = to
  if (recipient.kind === 'mail')
    return refuse('a mailbox cannot be asked: name the web address of the collector', io)
  const reading = readKey(options.keyFile, io)
  if ('wrong' in reading) return refuse(reading.wrong, io)
  const objection = objectionTo(recipient, { allowHttp: options.allowHttp, key: reading.hint })
  if (objection !== undefined) return refuse(objection, io)
  const found = keyOf(reading.hint, io.env)
  if ('missing' in found) return refuse(found.missing, io)
  if (found.key === undefined)
    return refuse('say with which key you submit: --key-file FILE, or $REDALERT_KEY', io)
  const answer = await fetchStatus({
    endpoint: recipient.endpoint,
    key: found.key,
    userAgent: `redalert/${manifest.version}`,
  })
  if (answer.kind !== 'status') {
    io.stderr.write(`redalert: ${terminalText(answer.reason)}\n`)
    return answer.kind === 'later' ? 1 : 2
  }
  const lines = options.json ? [safeJson(answer.status)] : statusText(answer.status, recipient.text)
  return print(lines.map(line => `${line}\n`).join(''), io)
}
