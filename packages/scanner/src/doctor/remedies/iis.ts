import type { Remedies } from '../remedy.ts'
import { oldLogs } from './own-log.ts'

/** The flags of `logExtFileFlags` that make a log of IIS a good witness. */
export const iisFlags = [
  'Date',
  'Time',
  'ClientIP',
  'UserName',
  'ServerIP',
  'ServerPort',
  'Method',
  'UriStem',
  'UriQuery',
  'HttpStatus',
  'HttpSubStatus',
  'Win32Status',
  'BytesSent',
  'BytesRecv',
  'TimeTaken',
  'ProtocolVersion',
  'Host',
  'UserAgent',
  'Referer',
] as const

const shell = 'in a PowerShell that runs as administrator'
const newShell = `${shell} (IIS 8.5 and newer)`

/** For IIS 7 and newer. */
export const iisRemedies: Remedies = () => [
  {
    for: ['zone', 'agent', 'referer', 'query', 'month-first', 'access-log'],
    where: shell,
    lines: [
      logFile('', 'Set', '-Name logFormat -Value W3C'),
      logFile('', 'Set', `-Name logExtFileFlags -Value '${iisFlags.join(',')}'`),
    ],
    note: `It holds for every site without a setting of its own. The W3C format writes UTC. ${oldLogs}`,
  },
  {
    for: ['port'],
    where: newShell,
    lines: [customField('c-port', 'REMOTE_PORT', 'ServerVariable')],
    note: 'IIS then writes files whose names end with _x.',
  },
  {
    for: ['proxy'],
    where: newShell,
    lines: [customField('x-forwarded-for', 'X-Forwarded-For', 'RequestHeader')],
    note: 'Then scan with --client-from X-Forwarded-For --trusted-proxy and the addresses of your own proxies.',
  },
]

function logFile(below: string, verb: 'Set' | 'Add', rest: string): string {
  const filter = `system.applicationHost/sites/siteDefaults/logFile${below}`
  return `${verb}-WebConfigurationProperty -PSPath 'MACHINE/WEBROOT/APPHOST' -Filter '${filter}' ${rest}`
}

function customField(name: string, source: string, type: string): string {
  const value = `@{logFieldName='${name}';sourceName='${source}';sourceType='${type}'}`
  return logFile('/customFields', 'Add', `-Name . -Value ${value}`)
}
