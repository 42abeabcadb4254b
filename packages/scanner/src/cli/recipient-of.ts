import { parseRecipient, type Recipient, type RecipientReading } from '../spool/recipient.ts'
import type { KeyHint } from '../spool/spooled.ts'
import type { Io } from './io.ts'

/** Where to submit: as the flag says, else as the environment does; or what is wrong with it. */
export function recipientOf(given: Recipient | undefined, { env }: Io): RecipientReading {
  if (given) return { recipient: given }
  const { REDALERT_TO: preset } = env
  if (preset === undefined || preset === '') {
    return {
      wrong:
        'say where to submit: --to https://collector.example.org or --to mailto:redalert@example.org',
    }
  }
  const reading = parseRecipient(preset)
  return 'wrong' in reading ? { wrong: `REDALERT_TO: ${preset} ${reading.wrong}` } : reading
}

/** What speaks against sending there; undefined when nothing does. */
export function objectionTo(
  recipient: Recipient,
  { allowHttp, key }: { readonly allowHttp: boolean; readonly key: KeyHint | null },
): string | undefined {
  if (recipient.kind === 'mail' || recipient.isPrivate) return undefined
  const secure = recipient.text.replace(/^http:/, 'https:')
  if (!allowHttp)
    return `others on the way can read what goes to ${recipient.text}: try --to ${secure}, or say --allow-http`
  if (key) return `a key is not sent over http: try --to ${secure}, or submit without the key`
  return undefined
}
