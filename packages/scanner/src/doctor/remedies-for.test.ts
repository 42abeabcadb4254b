import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readLine } from '@redalert/core'
import { adviceWords, type AdviceCode } from './advice.ts'
import { configured } from './config/read-config.ts'
import { remediesFor } from './remedies-for.ts'
import { iisFlags } from './remedies/iis.ts'
import type { Server } from './server.ts'

const codes = Object.keys(adviceWords) as AdviceCode[]
const servers: readonly Server[] = ['apache', 'nginx', 'iis', 'caddy', 'traefik']

test('each remedy is for something that was asked for, and only for that', () => {
  for (const server of servers) {
    deepEqual(remediesFor(server, [], '/var/log/'), [])
    for (const code of codes) {
      for (const remedy of remediesFor(server, [code], '/var/log/')) {
        deepEqual(remedy.for, [code])
        ok(remedy.lines.length > 0 && remedy.where !== '' && remedy.note !== '')
      }
    }
  }
})

test('every server has a remedy for a missing port, and one for clients behind a proxy', () => {
  for (const server of servers) {
    ok(remediesFor(server, ['port'], '').length > 0, server)
    ok(remediesFor(server, ['proxy'], '').length > 0, server)
  }
})

for (const [server, folder, log] of [
  ['apache', '/var/log/apache2/', '/var/log/apache2/witness.log'],
  ['apache', 'C:\\Apache24\\logs\\', 'C:/Apache24/logs/witness.log'],
  ['nginx', '/var/log/nginx/', '/var/log/nginx/witness.log'],
] as const) {
  test(`what is written for ${server} into ${folder} is a configuration whose log lacks nothing`, () => {
    const [remedy] = remediesFor(server, ['port', 'agent', 'referer', 'query'], folder)
    const written = configured(remedy?.lines.join('\n') ?? '')
    deepEqual(
      written?.logs.map(({ log: file, codes: lacks }) => [file, lacks]),
      [[log, []]],
    )
  })
}

test("IIS's flags and custom field make a log that lacks nothing but a zone-free clock", () => {
  const config = `<system.applicationHost><logFile logFormat="W3C" logExtFileFlags="${iisFlags.join(', ')}"><customFields><add logFieldName="c-port" sourceName="REMOTE_PORT" sourceType="ServerVariable" /></customFields></logFile>`
  deepEqual(configured(config)?.logs[0]?.codes, [])
  const reading = readLine('2001-07-19 14:08:55 192.0.2.7 GET /x y 404 Mozilla/4.0 - 4711', {
    header: {
      fields:
        'date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent) cs(Referer) c-port'.split(
          ' ',
        ),
    },
  })
  ok(reading.kind === 'entry')
  deepEqual([reading.entry.port, reading.entry.target], [4711, '/x?y'])
})
