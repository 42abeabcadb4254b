import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { readLine } from '@redalert/core'
import { serverRecogniser } from './recognise-server.ts'

const clf = (request: string, answer: string, agent = '-') =>
  `192.0.2.7 - - [19/Jul/2001:16:08:55 +0200] "${request}" ${answer} "-" "${agent}"`

for (const [what, lines, path, server] of [
  ['the common format alone', [clf('GET / HTTP/1.0', '200 5')], undefined, undefined],
  ['a status of nginx', [clf('GET / HTTP/1.0', '499 0')], undefined, 'nginx'],
  [
    'bytes as nginx escapes them',
    [clf('\\x16\\x03\\x01\\x00\\xEE', '400 150')],
    undefined,
    'nginx',
  ],
  [
    'quotes as Apache escapes them',
    [clf('GET / HTTP/1.0', '200 5', 'a \\"b\\"')],
    undefined,
    'apache',
  ],
  ['bytes as Apache escapes them', [clf('\\x16\\x03\\x01\\xee', '400 150')], undefined, 'apache'],
  [
    'an escape that the client itself sent',
    [clf('GET /\\\\x22\\\\xEE HTTP/1.0', '200 5')],
    undefined,
    undefined,
  ],
  ['a dash for an empty answer', [clf('GET / HTTP/1.0', '304 -')], undefined, 'apache'],
  [
    'the folder that it lies in',
    [clf('GET / HTTP/1.0', '200 5')],
    '/var/log/nginx/access.log',
    'nginx',
  ],
  [
    'a folder of Windows',
    [clf('GET / HTTP/1.0', '200 5')],
    'C:\\Apache\\logs\\access.log',
    'apache',
  ],
  [
    'signs of two servers that weigh alike',
    [clf('GET / HTTP/1.0', '304 -'), clf('\\x16\\x03\\x01\\x00\\xEE', '400 150')],
    undefined,
    undefined,
  ],
  [
    'the end of a line of Traefik',
    [`${clf('GET / HTTP/1.0', '200 5')} 240 "test@docker" "http://198.51.100.3:80" 0ms`],
    undefined,
    'traefik',
  ],
  [
    'the header of IIS',
    [
      '#Software: Microsoft Internet Information Services 10.0',
      '#Fields: date time c-ip cs-uri-stem',
    ],
    undefined,
    'iis',
  ],
  [
    "Caddy's logger",
    [
      '{"logger":"http.log.access.log0","ts":1761019822.31,"request":{"remote_ip":"192.0.2.7","uri":"/"}}',
    ],
    undefined,
    'caddy',
  ],
  [
    "nginx's variables in JSON",
    ['{"remote_addr":"192.0.2.7","time_iso8601":"2001-07-19T16:08:55+02:00","request_uri":"/"}'],
    undefined,
    'nginx',
  ],
  [
    "Apache's error log",
    [
      '[Wed Dec 07 01:10:12 2005] [error] [client 192.0.2.130] File does not exist: /var/www/html/c',
    ],
    undefined,
    'apache',
  ],
] as const) {
  test(`the server is told by ${what}`, () => {
    const recogniser = serverRecogniser(path)
    for (const line of lines) {
      const reading = readLine(line)
      recogniser.add(line, 'format' in reading ? reading.format.name : undefined)
    }
    equal(recogniser.server()?.server, server)
  })
}
