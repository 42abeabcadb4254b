import { parseAddress } from '@redalert/core'

/**
 * Whether a line is one of DShield's own format, tab separated: date with time and zone, author, count, source, port,
 * target, port, protocol, flags. It holds no request, so it is a contact and never a sighting.
 */
export function isDshieldLine(line: string): boolean {
  const fields = line.split('\t', 10)
  if (fields.length < 8 || fields.length > 9) return false
  const [
    time = '',
    author = '',
    count = '',
    source = '',
    port = '',
    target = '',
    toPort = '',
    protocol = '',
    flags = '',
  ] = fields
  return (
    isDateTimeZone(time.trim()) &&
    isDigits(author) &&
    isDigits(count) &&
    isDshieldAddress(source) &&
    isPort(port) &&
    isDshieldAddress(target) &&
    isPort(toPort) &&
    isProtocol(protocol.trim()) &&
    /^[12UPFSAR]{0,8}$/.test(flags.trim())
  )
}

/** `2001-07-19 16:55:47 +01:00`, whose zone may be without a colon. */
function isDateTimeZone(text: string): boolean {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:?\d\d$/.test(text)
}

/** Dotted quad, which old clients padded with zeros; or IPv6. */
function isDshieldAddress(text: string): boolean {
  const plain = text
    .trim()
    .split('.')
    .map(part => part.replace(/^0{1,2}(?=\d)/, ''))
    .join('.')
  return parseAddress(plain) !== undefined
}

function isPort(text: string): boolean {
  const port = text.trim()
  return port === '???' || port === '' || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)
}

function isProtocol(text: string): boolean {
  return (
    text === '???' || /^\d{1,3}$/.test(text) || ['TCP', 'UDP', 'ICMP'].includes(text.toUpperCase())
  )
}

function isDigits(text: string): boolean {
  return /^\d{1,10}$/.test(text.trim())
}
