import { parseMessage } from '../../letters/mime/parse-message.ts'
import { safeText } from '../safe-text.ts'

const shown = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'auto-submitted',
  'list-unsubscribe',
]

/** A mail as a person reads it: its telling headers, its text, and the names of what is attached. */
export async function mailText(mail: Uint8Array): Promise<readonly string[]> {
  const parsed = await parseMessage(mail)
  if ('wrong' in parsed) return [`It cannot be read: ${safeText(parsed.wrong)}`]
  const end = Buffer.from(mail).indexOf('\r\n\r\n')
  const head = Buffer.from(mail.subarray(0, Math.max(0, end))).toString('latin1')
  const headers = head
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .filter(line => shown.includes(line.slice(0, Math.max(0, line.indexOf(':'))).toLowerCase()))
  const parts = parsed.message.parts.flatMap(({ type, isAttachment, fileName, bytes }) =>
    isAttachment || type !== 'text/plain'
      ? [`[${safeText(fileName ?? type)}, ${bytes.length} bytes]`]
      : Buffer.from(bytes).toString('utf8').split(/\r?\n/).map(safeText),
  )
  return [...headers.map(safeText), '', ...parts]
}
