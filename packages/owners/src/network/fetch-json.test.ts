import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { loopbackDialer, shortLimits } from '../../test/loopback-dialer.ts'
import { loopbackRegistry, sendRdap } from '../../test/loopback-registry.ts'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fetchJson, readRetryAfter } from './fetch-json.ts'

const host = 'rdap.example.org'
const noon = Date.parse('2026-11-01T12:00:00Z')

async function fetched(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  names: readonly string[] = [host],
) {
  await using registry = await loopbackRegistry(names, answer)
  const dialer = loopbackDialer({ ca: registry.ca })
  return await fetchJson(new URL(`https://${host}:${registry.port}/ip/192.0.2.1`), dialer, {
    limits: shortLimits,
    now: () => noon,
  })
}

test('JSON is given as what it says, with its status', async () => {
  deepEqual(await fetched((_, response) => sendRdap(response, { handle: 'X' })), {
    kind: 'json',
    status: 200,
    value: { handle: 'X' },
  })
})

test('a registry is asked for RDAP under its own name, unpacked', async () => {
  const heard: Record<string, unknown>[] = []
  await fetched((request, response) => {
    heard.push(request.headers)
    sendRdap(response, {})
  })
  match(String(heard[0]?.host), /^rdap\.example\.org:\d+$/)
  match(String(heard[0]?.accept), /^application\/rdap\+json/)
  equal(heard[0]?.['accept-encoding'], 'identity')
  equal(heard[0]?.cookie, undefined)
})

test('a certificate for another name is not believed', async () => {
  const answer = await fetched((_, response) => sendRdap(response, {}), ['evil.example.net'])
  ok(answer.kind === 'failed')
  match(answer.reason, /rdap\.example\.org/)
})

test('a certificate of an authority that nobody named is not believed', async () => {
  await using registry = await loopbackRegistry([host], (_, response) => sendRdap(response, {}))
  const url = new URL(`https://${host}:${registry.port}/`)
  const answer = await fetchJson(url, loopbackDialer({ ca: [] }), {
    limits: shortLimits,
    now: () => noon,
  })
  equal(answer.kind, 'failed')
  deepEqual(registry.asked, [])
})

test('a redirect is told and not followed', async () => {
  const answer = await fetched((_, response) => {
    response.writeHead(302, { location: 'https://127.0.0.1/' }).end()
  })
  deepEqual(answer, { kind: 'moved', location: 'https://127.0.0.1/' })
})

test('an answer of more than two megabytes is dropped', async () => {
  let sent = 0
  const answer = await fetched((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rdap+json' })
    const more = () => {
      let goesOn = true
      while (goesOn && sent < 64 * 1024 * 1024) {
        goesOn = response.write(Buffer.alloc(65_536, '['))
        sent += 65_536
      }
      response.once('drain', more)
    }
    response.on('error', () => undefined)
    more()
  })
  ok(answer.kind === 'failed')
  match(answer.reason, /longer than 2097152 bytes/)
  ok(sent < 32 * 1024 * 1024, `${sent} bytes were taken`)
})

test('JSON that nests too deep is not parsed', async () => {
  const answer = await fetched((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rdap+json' })
    response.end('['.repeat(100_000))
  })
  ok(answer.kind === 'failed')
  match(answer.reason, /nests deeper than 64/)
})

test('a packed answer, a broken one and one that is no JSON are failures', async () => {
  const packed = await fetched((_, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end('x')
  })
  equal(packed.kind, 'failed')
  const broken = await fetched((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"handle":')
  })
  equal(broken.kind, 'failed')
  const page = await fetched((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>sorry')
  })
  deepEqual(page, { kind: 'text', status: 200, text: '<p>sorry' })
})

test('a registry that starts and never ends is left after the time limit', async () => {
  const start = performance.now()
  const answer = await fetched((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{')
  })
  ok(answer.kind === 'failed')
  match(answer.reason, /took too long/)
  ok(performance.now() - start < 3000)
})

test('a registry that is busy says for how long', async () => {
  const busy = (value: string) =>
    fetched((_, response) => response.writeHead(429, { 'retry-after': value }).end())
  deepEqual(await busy('120'), { kind: 'busy', waitMs: 120_000 })
  deepEqual(await busy('Sun, 01 Nov 2026 12:05:00 GMT'), { kind: 'busy', waitMs: 300_000 })
  deepEqual(await busy('soon'), { kind: 'busy' })
})

test('a time to come back is seconds or a date, and nothing else', () => {
  equal(readRetryAfter(undefined, noon), undefined)
  equal(readRetryAfter('-5', noon), undefined)
  equal(readRetryAfter('9'.repeat(70), noon), undefined)
  equal(readRetryAfter('Sun, 01 Nov 2026 11:00:00 GMT', noon), 0)
})
