import { parseSource } from '../model/source.ts'
import type { Fields } from './fields.ts'

const fetchers = ['wget', 'curl', 'tftp', 'ftpget', 'busybox', 'lynx', 'fetch '] as const
const longestHost = 261

/**
 * The hosts from which a request tells its victim to fetch and run something: where a download command stands in the
 * decoded target or agent, the hosts of the addresses behind it (`wget http://HOST/…`, `tftp -i HOST`, `curl HOST/…`).
 * In canonical spelling, each once, ascending.
 */
export function payloadHosts({ path, query, userAgent, referer }: Fields): readonly string[] {
  const hosts = new Set<string>()
  for (const text of [path, query, userAgent, referer]) {
    if (text) for (const host of hostsIn(text.toLowerCase())) hosts.add(host)
  }
  return [...hosts].toSorted()
}

function* hostsIn(text: string): Generator<string> {
  const command = firstFetcher(text)
  if (command === -1) return
  for (const word of text.slice(command).split(separators)) {
    const host = hostOf(word)
    if (host) yield host
  }
}

function firstFetcher(text: string): number {
  const places = fetchers.map(name => text.indexOf(name)).filter(place => place !== -1)
  return places.length === 0 ? -1 : Math.min(...places)
}

/** What parts one word of a shell command from the next; `${IFS}` is a blank in disguise. */
const separators = /\$\{?ifs\}?|[\s;|&'"`<>(){}$,]/

function hostOf(word: string): string | undefined {
  const scheme = word.indexOf('://')
  const rest = scheme === -1 ? word : word.slice(scheme + 3)
  if (scheme === -1 && !startsWithAddress(rest)) return undefined
  const authority = rest.slice(0, longestHost + 1).split('/', 1)[0] ?? ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return parseSource(withoutPort(host))
}

/** A bare word is a host only when it is an address: `tftp -i 192.0.2.7`, `wget 192.0.2.7/x`; a bare name could be a file. */
function startsWithAddress(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x30 && code <= 0x39 && word.slice(0, 16).includes('.')
}

function withoutPort(host: string): string {
  if (host.startsWith('[')) return host.slice(1, host.indexOf(']'))
  const colon = host.indexOf(':')
  return colon === -1 ? host : host.slice(0, colon)
}
