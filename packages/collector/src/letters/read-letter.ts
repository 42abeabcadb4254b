import { fromByteText, parseZone, toByteText } from '@redalert/core'
import { unpack } from '../unpacking/unpack.ts'
import type { SentLine } from '../verify/verify-lines.ts'
import { decodeText } from './decode-text.ts'
import { htmlText } from './html-text.ts'
import { isFile } from './is-file.ts'
import type { Letter } from './letter.ts'
import { parseMessage } from './mime/parse-message.ts'
import type { Part } from './mime/part.ts'
import type { RepairKind } from './repair-kinds.ts'
import { isEncrypted } from './repairs/armour.ts'
import { repairBody } from './repairs/repair-body.ts'
import { splitLines } from './split-lines.ts'
import { readSubject } from './subject.ts'
import { textParts } from './text-parts.ts'

/** How much a letter may hold when all is unpacked. */
const mostBytes = 64 * 1024 * 1024

/** A letter that is being read, part after part. */
type Reading = {
  readonly lines: SentLine[]
  readonly repairs: Map<RepairKind, number>
  readonly advice: string[]
  zone: string | undefined
  sensor: string | undefined
  skipped: number
  /** The number of the last line. */
  last: number
  left: number
}

/** Reads a message: the lines of the logs in its text and its attachments, as they were before they were mailed. */
export async function readLetter(raw: Uint8Array): Promise<Letter> {
  const parsed = await parseMessage(raw)
  if ('wrong' in parsed) {
    return {
      lines: [],
      repairs: new Map(),
      skipped: 0,
      advice: [`The message cannot be read: ${parsed.wrong}.`],
    }
  }
  const { headers, parts } = parsed.message
  const subject = readSubject(headers.get('subject')?.[0] ?? '')
  const reading: Reading = {
    lines: [],
    repairs: new Map(),
    advice: [],
    zone: subject.zone,
    sensor: undefined,
    skipped: 0,
    last: 0,
    left: mostBytes,
  }
  for (const part of textParts(parts)) addText(reading, part)
  for (const part of parts) if (isFile(part)) await addFile(reading, part)
  const { lines, repairs, advice, zone, sensor, skipped } = reading
  return {
    lines,
    repairs,
    advice,
    skipped,
    ...(zone !== undefined && { zone }),
    ...(sensor !== undefined && { sensor }),
  }
}

function addText(reading: Reading, part: Part): void {
  const decoded = decodeText(part.bytes, part.charset)
  if (!decoded) {
    reading.advice.push(
      'A part of the text is in a character set that is not known here: send it as UTF-8.',
    )
    return
  }
  for (const repair of decoded.repairs) note(reading, repair, 1)
  if (part.encoding === 'base64' || part.encoding === 'quoted-printable')
    note(reading, part.encoding, 1)
  const isHtml = part.type === 'text/html'
  if (isHtml) note(reading, 'html-only', 1)
  const { lines, isCrOnly } = splitLines(
    isHtml ? plainText(decoded.text) : decoded.text,
    reading.last,
  )
  if (isCrOnly) note(reading, 'cr-only', 1)
  reading.last = lines.at(-1)?.number ?? reading.last
  if (isEncrypted(lines)) {
    reading.advice.push(
      'The text is encrypted, and nobody here has the key: send it signed or plain.',
    )
    return
  }
  const headed = takeSensor(reading, lines)
  const zone = reading.zone === undefined ? undefined : parseZone(reading.zone)
  const body = repairBody(headed, part, zone ? { zone } : {})
  for (const [repair, count] of body.repairs) note(reading, repair, count)
  for (const line of body.lines) reading.lines.push(line)
  reading.skipped += body.skipped
}

/** HTML is letters before it is bytes. */
function plainText(html: string): string {
  return toByteText(htmlText(fromByteText(html) ?? html))
}

/** A first line `Sensor: NAME` names the server whose log this is. */
function takeSensor<Line extends { readonly text: string }>(
  reading: Reading,
  lines: readonly Line[],
): readonly Line[] {
  const place = lines.findIndex(({ text }) => text.trim() !== '')
  const [, name] =
    /^[> ]{0,8}Sensor: {0,3}([A-Za-z0-9][A-Za-z0-9._:-]{0,63}) {0,3}$/i.exec(
      lines[place]?.text ?? '',
    ) ?? []
  if (name === undefined) return lines
  reading.sensor ??= name
  reading.skipped++
  return lines.toSpliced(place, 1)
}

/** A file is as it was: only its packing is undone. */
async function addFile(reading: Reading, part: Part): Promise<void> {
  const unpacked = await unpack(part.bytes, reading.left)
  if (unpacked.kind === 'too-large') {
    reading.advice.push('An attached file holds more than may be sent at once: send it in parts.')
    return
  }
  if (unpacked.kind === 'broken') {
    reading.advice.push('An attached file is damaged and was not read: send it again.')
    return
  }
  note(reading, 'attachment', 1)
  if (unpacked.kind !== 'plain') note(reading, unpacked.kind, 1)
  for (const bytes of unpacked.files) addLog(reading, bytes, part.charset)
}

function addLog(reading: Reading, bytes: Uint8Array, charset: string | undefined): void {
  reading.left -= bytes.length
  const decoded = isBinary(bytes)
    ? undefined
    : decodeText(bytes, charset?.startsWith('utf-16') ? charset : undefined)
  if (!decoded) {
    reading.advice.push('An attached file is no log, and was not read.')
    return
  }
  for (const repair of decoded.repairs) note(reading, repair, 1)
  const { lines, isCrOnly } = splitLines(decoded.text, reading.last)
  if (isCrOnly) note(reading, 'cr-only', 1)
  reading.last = lines.at(-1)?.number ?? reading.last
  for (const line of lines) reading.lines.push(line)
}

/** Zero bytes among the first are no text, unless it says that it is UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return false
  return bytes.subarray(0, 8192).includes(0)
}

function note({ repairs }: Reading, kind: RepairKind, count: number): void {
  repairs.set(kind, (repairs.get(kind) ?? 0) + count)
}
