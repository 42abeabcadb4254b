/** The parts of a request line; a text that is no request is a target alone, which no signature knows. */
export type Request = {
  readonly method?: string
  readonly target: string
  readonly version?: string
}

/**
 * Takes a request line apart: the method is the first word if it is one of letters, the version what stands behind the
 * last blank if it is `HTTP/…`, and the target everything between, raw blanks included. Code Red has two blanks
 * before the version.
 */
export function readRequest(text: string): Request {
  const blank = text.indexOf(' ')
  const method = blank === -1 ? '' : text.slice(0, blank)
  if (!isWord(method)) return { target: text }
  const last = text.lastIndexOf(' ')
  const version = versionOf(text.slice(last + 1))
  const target =
    version === undefined ? text.slice(blank + 1) : text.slice(blank + 1, Math.max(last, blank + 1))
  return { method, target: trimBlanks(target), version: version ?? '' }
}

function isWord(text: string): boolean {
  if (text.length === 0 || text.length > 20) return false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at) | 0x20
    if ((code < 0x61 || code > 0x7a) && text.charAt(at) !== '-' && text.charAt(at) !== '_')
      return false
  }
  return true
}

/** `1.0` of `HTTP/1.0`, as Nimda asks for; a control character that a server escaped behind it does not count. */
function versionOf(word: string): string | undefined {
  if (!word.startsWith('HTTP/') || word.length > 12) return undefined
  const escape = word.indexOf('\\')
  return word.slice('HTTP/'.length, escape === -1 ? word.length : escape)
}

function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && text.charAt(start) === ' ') start++
  while (end > start && text.charAt(end - 1) === ' ') end--
  return text.slice(start, end)
}
