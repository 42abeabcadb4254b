import type { Untrusted } from '../model/untrusted.ts'
import { decodeBase64 } from './base64.ts'
import { hostOf, startsWithAddress } from './host-of.ts'
import { isCallback } from './scanner.ts'
import { shellWords } from './shell-words.ts'

/** What a request tells its victim to do. */
export type Payload = {
  /** Nothing, or to fetch something, or also to run it: what a bot needs to spread. */
  readonly told: '' | 'fetch' | 'fetch and run'
  /** The hosts it is to fetch from, in canonical spelling, each once, ascending. */
  readonly fetched: readonly string[]
  /** The hosts it is to fetch from or to call otherwise: the second party to tell. */
  readonly hosts: readonly string[]
}

const fetchers: ReadonlySet<string> = new Set([
  'wget',
  'curl',
  'tftp',
  'ftpget',
  'lynx',
  'fetch',
  'certutil',
  'certutil.exe',
  'bitsadmin',
  '.downloadfile',
  '.downloadstring',
  'auto_prepend_file',
])
/** Those that take a bare `example.org/file` for an address; for others a bare name is a file. */
const bareFetchers: ReadonlySet<string> = new Set(['wget', 'curl'])
const callers: ReadonlySet<string> = new Set(['nc', 'ncat', 'netcat', 'telnet'])
const runners: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'ash',
  'dash',
  'chmod',
  'perl',
  'php',
  'python',
  'python3',
  'start',
  'iex',
])
/** Options behind which a file is named, and no place. */
const fileOptions: ReadonlySet<string> = new Set(['-o', '-p', '-r', '-l', '--output'])

type Found = { told: Payload['told']; readonly fetched: Set<string>; readonly called: Set<string> }

/**
 * Reads a decoded text as the shell would: where a download command stands in it, the places behind it
 * (`wget http://HOST/…`, `tftp -i HOST`, `curl HOST/…`), and whether something is run then; and where it is told to call
 * (`${jndi:ldap://HOST`, `nc HOST PORT`), with the command inside in base64 where Log4Shell has one.
 */
export function readPayload(text: Untrusted): Payload {
  const found: Found = { told: '', fetched: new Set(), called: new Set() }
  readCommands(text, found)
  return {
    told: found.told,
    fetched: [...found.fetched].toSorted(),
    hosts: [...new Set([...found.fetched, ...found.called])].toSorted(),
  }
}

function readCommands(text: string, found: Found): void {
  let command = ''
  let before = ''
  for (const { text: word, first } of shellWords(text)) {
    const lower = word.toLowerCase()
    if (lower.startsWith('jndi:')) {
      addHost(found.called, hostOf(lower))
      readEncoded(word, lower, found)
    } else if (isCommand(lower)) command = nameOf(lower) ?? ''
    else if (fetchers.has(command)) readPlace(lower, before, { command, found })
    else if (callers.has(command) && startsWithAddress(lower)) addHost(found.called, hostOf(lower))
    if (lower.startsWith('/dev/tcp/'))
      addHost(found.called, hostOf(lower.slice('/dev/tcp/'.length)))
    if (found.told === 'fetch' && isRun(lower, first, before)) found.told = 'fetch and run'
    before = lower
  }
}

/** `…/Command/Base64/d2dldC…`: what Log4Shell's kits have the victim run, by way of another host: its sender hands out nothing. */
function readEncoded(word: string, lower: string, found: Found): void {
  const start = lower.indexOf('base64/')
  if (start === -1) return
  const inside = readPayload(decodeBase64(word.slice(start + 'base64/'.length)))
  for (const host of inside.hosts) found.called.add(host)
}

function readPlace(
  word: string,
  before: string,
  { command, found }: { command: string; found: Found },
): void {
  const bare = bareFetchers.has(command) && !fileOptions.has(before)
  const host = hostOf(word, { bare })
  if (host === undefined && !isElsewhere(word)) return
  if (host !== undefined && isCallback(host)) {
    found.called.add(host)
    return
  }
  if (found.told === '') found.told = 'fetch'
  addHost(found.fetched, host)
}

/** A place that names no host, as a bot's unfilled template does; `php://input` is none. */
function isElsewhere(word: string): boolean {
  const scheme = word.slice(0, Math.max(0, word.indexOf('://')))
  return elsewhere.some(name => scheme.endsWith(name))
}

const elsewhere = ['http', 'https', 'ftp', 'tftp'] as const

function addHost(hosts: Set<string>, host: string | undefined): void {
  if (host !== undefined) hosts.add(host)
}

function isCommand(word: string): boolean {
  const name = nameOf(word)
  return name !== undefined && (fetchers.has(name) || callers.has(name))
}

/** A program that runs others, or one that lies where fetched ones do, in the place of a command. */
function isRun(word: string, first: boolean, before: string): boolean {
  if (!first && nameOf(before) !== 'busybox') return false
  return runners.has(nameOf(word) ?? '') || dropped.some(place => word.startsWith(place))
}

const dropped = ['./', '/tmp/', '/var/', '/dev/shm/'] as const

/** `wget` of `wget` and `/usr/bin/wget`, and nothing of `http://192.0.2.7/wget`. */
function nameOf(word: string): string | undefined {
  const slash = word.lastIndexOf('/')
  if (slash === -1) return word
  return word.startsWith('/') ? word.slice(slash + 1) : undefined
}
