import type { AdviceCode } from '../advice.ts'
import type { Configured, ConfiguredLog } from './configured.ts'

/** What IIS logs where nobody says otherwise. */
const standardFlags =
  'Date,Time,ClientIP,UserName,ServerIP,Method,UriStem,UriQuery,HttpStatus,Win32Status,TimeTaken,ServerPort,UserAgent,Referer,HttpSubStatus'

/** Reads what IIS's applicationHost.config, or a part of it, says about its logs. */
export function readIisConfig(text: string): Configured {
  const logs: ConfiguredLog[] = []
  for (let at = text.indexOf('<logFile'); at !== -1; at = text.indexOf('<logFile', at + 1)) {
    const end = text.indexOf('>', at)
    if (end === -1) break
    const attributes = attributesOf(text.slice(at, end))
    const close = text.charAt(end - 1) === '/' ? end : text.indexOf('</logFile>', end)
    const line = text.slice(0, at).split('\n').length
    const log = attributes.get('directory') ?? '%SystemDrive%\\inetpub\\logs\\LogFiles'
    logs.push({ line, log, codes: codesOf(attributes, text.slice(end, close)) })
  }
  return { server: 'iis', logs, includes: [] }
}

function codesOf(attributes: ReadonlyMap<string, string>, fields: string): readonly AdviceCode[] {
  const format = attributes.get('logFormat') ?? 'W3C'
  if (format === 'IIS') return ['port', 'zone', 'agent', 'referer', 'month-first']
  if (format === 'NCSA') return ['port', 'agent', 'referer']
  const flags = new Set(
    (attributes.get('logExtFileFlags') ?? standardFlags).split(',').map(flag => flag.trim()),
  )
  const advice: readonly (readonly [AdviceCode, boolean])[] = [
    ['port', !/sourceName="REMOTE_PORT"/i.test(fields)],
    ['agent', !flags.has('UserAgent')],
    ['referer', !flags.has('Referer')],
    ['query', !flags.has('UriQuery')],
  ]
  return advice.filter(([, holds]) => holds).map(([code]) => code)
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  )
}
