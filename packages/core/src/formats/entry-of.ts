import type { LogEntry } from '../model/entry.ts'
import { toInstant } from '../model/instant.ts'
import { isHostName, parseSource } from '../model/source.ts'
import { readNumber } from './digits.ts'
import type { Located, LogFormat } from './format.ts'
import type { Stamp } from './stamp.ts'
import { readRequest } from './request.ts'
import { splitClient } from './client.ts'
import { type ClientFrom, clientBehind } from './hops.ts'
import type { Spans } from './spans.ts'
import { textAt } from './text.ts'
import type { Zone } from './zone.ts'

/** How a person wants lines to be read. */
export type EntryContext = {
  /** The zone of local times; without one they are read as UTC and everything made from them says so. */
  readonly zone?: Zone
  /** Take the client from a header where a trusted proxy wrote the line. */
  readonly clientFrom?: ClientFrom
  /** The line was longer than anybody reads. */
  readonly cut?: true
}

export type EntryFault = 'no-source' | 'no-time' | 'impossible-date' | 'spliced'

/** What a line says, and whether month and day of its date may be the other way round. */
export type EntryRead = { readonly entry: LogEntry; readonly monthGuessed?: true }

/** What a located line says; or why it says nothing. */
export function entryOf(
  line: string,
  located: Located,
  format: LogFormat,
  context: EntryContext,
): EntryRead | EntryFault {
  if (located.refused) return located.refused
  const { spans } = located
  const text = (name: Exclude<keyof Spans, 'extra'>) => textAt(line, spans[name], format)
  const client = splitClient(text('source') ?? '')
  const logged = parseSource(client.source)
  if (!logged || (format.addressesOnly && isHostName(logged))) return 'no-source'
  const stamp = format.readTime(line, spans)
  if (!stamp) return 'no-time'
  const instant = instantOf(stamp, format, context)
  if (!instant.at) return 'impossible-date'
  const request = requestOf(text)
  const host = plain(text('host')) ?? plain(text('serverName'))
  const behind =
    context.clientFrom &&
    clientBehind(logged, headerOf(text, context.clientFrom), context.clientFrom)
  const entry: LogEntry = {
    source: behind ?? logged,
    at: instant.at,
    clock: instant.clock,
    escapes: format.escapes,
    ...request,
    ...(format.queryLogged === false && { queryLogged: false }),
    ...defined('status', numberOf(text('status'))),
    ...defined('bytes', numberOf(text('bytes'))),
    ...defined('referer', plain(text('referer'))),
    ...defined('userAgent', plain(text('userAgent'))),
    ...defined('host', host),
    ...defined('port', behind ? undefined : (numberOf(text('port')) ?? client.port)),
    ...defined('listens', plain(text('listens')) || undefined),
    ...defined('missing', text('missing')),
    ...((located.cut ?? context.cut) && { cut: true }),
  }
  return stamp.monthGuessed ? { entry, monthGuessed: true } : { entry }
}

/** Only the chain of forwarders has more than one place in logs; every other header is the one its proxy writes. */
function headerOf(text: Text, { header }: ClientFrom): string | undefined {
  const isChain = /^(?:x-forwarded-for|forwarded)$/i.test(header)
  return text(isChain ? 'forwarded' : 'realIp')
}

function instantOf(stamp: Stamp, format: LogFormat, { zone }: EntryContext) {
  const { minutesEast } = stamp
  if (minutesEast !== undefined)
    return { at: toInstant(stamp, minutesEast), clock: 'known' as const }
  if (format.clock === 'utc') return { at: toInstant(stamp), clock: 'known' as const }
  if (zone) return { at: zone.toInstant(stamp), clock: 'known' as const }
  return { at: toInstant(stamp), clock: 'assumed' as const }
}

type Text = (name: Exclude<keyof Spans, 'extra'>) => string | undefined

function requestOf(text: Text) {
  const line = text('request')
  if (line !== undefined) return readRequest(line === '-' ? '' : line)
  const [method, stem, query, version] = [
    plain(text('method')),
    text('target'),
    plain(text('query')),
    plain(text('version')),
  ]
  if (stem === undefined && method === undefined) return {}
  const target = joined(plain(stem) ?? '', query)
  return {
    target,
    ...defined('method', method || undefined),
    ...defined('version', version?.startsWith('HTTP/') ? version.slice('HTTP/'.length) : version),
  }
}

/** Path and query; of logs that keep both in one field the query stands there already, and some write its mark with it. */
function joined(stem: string, query: string | undefined): string {
  if (!query || stem.includes('?')) return stem
  return query.startsWith('?') ? `${stem}${query}` : `${stem}?${query}`
}

/** A dash says that there was nothing. */
function plain(text: string | undefined): string | undefined {
  return text === '-' ? '' : text
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readNumber(text)
}

function defined<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in Name]: Value })
}
