import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { readEvidence, readLine, redact, template } from '@redalert/core'
import { codesOf } from './config/codes-of.ts'
import { witness } from './witness.ts'

/** What each server writes in a witness format, as its documentation says. */
const written: Readonly<Record<keyof typeof witness, (client: string, port: string) => string>> = {
  apache: (client, port) =>
    `[${client}]:${port} - - [19/Jul/2001:16:08:55 +0200] "GET /x?y HTTP/1.0" 404 283 "-" "Mozilla/4.0"`,
  nginx: (client, port) =>
    `[${client}]:${port} - - [19/Jul/2001:16:08:55 +0200] "GET /x?y HTTP/1.0" 404 283 "-" "Mozilla/4.0"`,
}

for (const [server, format] of Object.entries(witness)) {
  const write = written[server as keyof typeof witness]

  test(`the witness format of ${server} lacks nothing`, () =>
    deepEqual(codesOf(format), { codes: [] }))

  for (const client of ['192.0.2.7', '2001:db8::7']) {
    test(`${server}'s witness of ${client} is read as it stands, by its format string too, and in evidence`, () => {
      const line = write(client, '4711')
      const made = template(format)
      ok(!('wrong' in made))
      for (const context of [{}, { format: made }]) {
        const reading = readLine(line, context)
        ok(reading.kind === 'entry', JSON.stringify(reading))
        const { source, port, at, clock, target, referer, userAgent } = reading.entry
        deepEqual(
          { source, port, at, clock, target, referer, userAgent },
          {
            source: client,
            port: 4711,
            at: '2001-07-19T14:08:55Z',
            clock: 'known',
            target: '/x?y',
            referer: '',
            userAgent: 'Mozilla/4.0',
          },
        )
        const again = readEvidence(redact(reading, 'target'))
        deepEqual([again?.entry.source, again?.entry.port], [client, 4711])
      }
    })
  }
}

test('behind a proxy nginx may know no port, and the line is read all the same', () => {
  const reading = readLine(written.nginx('192.0.2.7', ''))
  ok(reading.kind === 'entry')
  deepEqual([reading.entry.source, reading.entry.port], ['192.0.2.7', undefined])
})
