/** No program writes a longer head, and reading one costs more than its length. */
const longestHead = 64 * 1024
const mostSignatures = 8

/**
 * A message as its signatures are checked, so that checking costs little: with line ends as they are sent, and without
 * the signatures that leave a part of the body unsigned, of which none proves anything. Undefined when nothing could be
 * proven: its head is too long, or it is signed by the dozen.
 */
export function provable(message: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length)
  const text = bytes.toString('latin1').replaceAll(/\r?\n/g, '\r\n')
  const found = text.indexOf('\r\n\r\n')
  const end = found === -1 ? text.length : found
  if (end > longestHead) return undefined
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/)
  if (fields.filter(isSignature).length > mostSignatures) return undefined
  const kept = fields.filter(field => !isSignature(field) || !isLimited(field))
  return Buffer.from(kept.join('\r\n') + text.slice(end), 'latin1')
}

/** Blanks may stand before the colon, and a line end, too. */
function isSignature(field: string): boolean {
  return nameOf(field, ':') === 'dkim-signature'
}

/** Whether a signature has a tag `l`, which says how much of the body is signed. */
function isLimited(field: string): boolean {
  return field
    .slice(field.indexOf(':') + 1)
    .split(';')
    .some(tag => nameOf(tag, '=') === 'l')
}

function nameOf(text: string, mark: string): string {
  const end = text.indexOf(mark)
  return end === -1 ? '' : text.slice(0, end).replaceAll(/\s/g, '').toLowerCase()
}
