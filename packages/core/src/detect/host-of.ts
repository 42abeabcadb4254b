import { isHostName, parseSource } from '../model/source.ts'

const longestHost = 261

/**
 * The host of a word of a command: of `http://user@HOST:81/x`, and of a word that begins with an address. `bare` words may
 * also be `example.org/x`, where nothing else than a place can stand.
 */
export function hostOf(word: string, { bare = false } = {}): string | undefined {
  const scheme = word.indexOf('://')
  if (scheme === -1 && !startsWithAddress(word) && !bare) return undefined
  const rest = scheme === -1 ? word : word.slice(scheme + 3)
  const authority = rest.slice(0, longestHost + 1).split('/', 1)[0] ?? ''
  if (scheme === -1 && bare && !startsWithAddress(word) && authority.length === rest.length)
    return undefined
  const host = parseSource(withoutPort(authority.slice(authority.lastIndexOf('@') + 1)))
  return host && isHostName(host) && !host.includes('.') ? undefined : host
}

/** `192.0.2.7/x`; a bare name could be a file. */
export function startsWithAddress(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x30 && code <= 0x39 && word.slice(0, 16).includes('.')
}

function withoutPort(host: string): string {
  if (host.startsWith('[')) return host.slice(1, host.indexOf(']'))
  const colon = host.indexOf(':')
  return colon === -1 ? host : host.slice(0, colon)
}
