import { parseRecipient } from '../spool/recipient.ts'
import type { Spooled } from '../spool/spooled.ts'
import { keyOf } from './key-of.ts'
import { sendByHttp } from './send-by-http.ts'
import type { Try } from './sent.ts'

export type SenderOptions = {
  readonly env: NodeJS.ProcessEnv
  readonly userAgent: string
  readonly now: () => number
  /** Hands a mail to this machine's mail system. */
  readonly mail: (text: string) => Promise<Try>
}

/** Makes what sends a submission the way its recipient wants it. */
export function sender({
  env,
  userAgent,
  now,
  mail,
}: SenderOptions): (spooled: Spooled) => Promise<Try> {
  return spooled => {
    const reading = parseRecipient(spooled.to)
    if ('wrong' in reading)
      return Promise.resolve({ kind: 'refused', reason: `${spooled.to} ${reading.wrong}` })
    const { recipient } = reading
    if (recipient.kind === 'mail') return mail(spooled.body)
    const found = keyOf(spooled.key, env)
    if ('missing' in found) return Promise.resolve({ kind: 'later', reason: found.missing })
    const key = recipient.isPrivate ? found.key : undefined
    return sendByHttp(spooled, { endpoint: recipient.endpoint, key, userAgent, now })
  }
}
