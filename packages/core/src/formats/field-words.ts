import type { Field } from './spans.ts'

/** What people call the fields. */
export const fieldWords: Readonly<Record<Field, string>> = {
  source: 'the client',
  port: "the client's port",
  forwarded: 'the forwarded addresses',
  realIp: "the client's address in a header",
  identity: 'the identity',
  user: 'the user',
  date: 'the date',
  time: 'the time',
  offset: 'the offset from UTC',
  request: 'the request',
  method: 'the method',
  target: 'the target',
  query: 'the query',
  version: 'the HTTP version',
  status: 'the status',
  bytes: 'the size',
  referer: 'the referer',
  userAgent: 'the user agent',
  cookie: 'the cookie',
  host: 'the host asked for',
  serverName: "the server's name",
  listens: "the server's address",
  missing: 'the missing file',
  extra: 'another field',
}
