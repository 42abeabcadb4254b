import { readFileSync } from 'node:fs'
import { parseRecipient } from '../spool/recipient.ts'
import { fingerprint, type KeyHint, type Spooled } from '../spool/spooled.ts'
import { isKey } from './is-key.ts'
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
    const found = findKey(spooled.key, env)
    if ('missing' in found) return Promise.resolve({ kind: 'later', reason: found.missing })
    const key = recipient.isPrivate ? found.key : undefined
    return sendByHttp(spooled, { endpoint: recipient.endpoint, key, userAgent, now })
  }
}

type FoundKey = { readonly key: string | undefined } | { readonly missing: string }

/** The key that a submission was made with, and no other: another collector must not learn it. */
function findKey(hint: KeyHint | null, { REDALERT_KEY: given }: NodeJS.ProcessEnv): FoundKey {
  if (hint === null) return { key: undefined }
  if (hint.file === null) {
    return given !== undefined && fingerprint(given) === hint.fingerprint
      ? { key: given }
      : { missing: 'it needs the key that it was made with in REDALERT_KEY' }
  }
  try {
    const key = readFileSync(hint.file, 'utf8').trim()
    return isKey(key) ? { key } : { missing: `${hint.file} holds no key` }
  } catch {
    return { missing: `its key in ${hint.file} cannot be read` }
  }
}
