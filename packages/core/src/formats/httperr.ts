import type { LogFormat } from './format.ts'
import type { Field } from './spans.ts'
import { columnFormat } from './w3c.ts'

const columns: readonly Field[] = [
  'date',
  'time',
  'source',
  'port',
  'listens',
  'extra', // the server's port
  'version',
  'method',
  'target',
  'extra', // the stream, which Windows writes since 2016
  'status',
  'extra',
  'extra',
  'extra',
]
const stream = 9

/** Windows' HTTPERR log: requests that HTTP.SYS refused before IIS saw them, in UTC, with or without a header. */
export const httperr: LogFormat = {
  ...columnFormat(columns, stream),
  name: 'httperr',
  aliases: ['http.sys'],
  samples: [
    {
      line: '2002-07-05 18:45:09 172.31.77.6 2094 172.31.77.6 80 HTTP/1.1 GET /qos/1kbfile.txt 503 - ConnLimit -',
      entry: {
        source: '172.31.77.6',
        port: 2094,
        at: '2002-07-05T18:45:09Z',
        method: 'GET',
        target: '/qos/1kbfile.txt',
        version: '1.1',
        status: 503,
        listens: '172.31.77.6',
      },
      from: 'after "Error logging in HTTP APIs" (Microsoft support article 820729); no real sample was at hand',
    },
    {
      line: '2002-07-05 19:51:59 127.0.0.1 2780 127.0.0.1 80 HTTP/1.1 GET /ThisIsMyUrl.htm 400 - Hostname -',
      entry: { source: '127.0.0.1', target: '/ThisIsMyUrl.htm', status: 400 },
      from: 'the same article',
    },
    {
      line: '2021-08-07 00:00:01 192.0.2.7 2780 198.51.100.7 80 HTTP/1.0 GET /scripts/root.exe?/c+dir - 400 - BadRequest -',
      entry: { source: '192.0.2.7', target: '/scripts/root.exe?/c+dir', status: 400 },
      note: 'with a stream column',
    },
  ],
}
