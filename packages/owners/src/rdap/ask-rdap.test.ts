import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { test } from 'node:test'
import { loopbackDialer, shortLimits } from '../../test/loopback-dialer.ts'
import { loopbackRegistry, sendRdap } from '../../test/loopback-registry.ts'
import type { Registry } from '../registries/registry.ts'
import { askRdap } from './ask-rdap.ts'

const host = 'rdap.example.org'
const other = 'rdap.example.net'
const pace = { perMinute: 6000, burst: 100 }

/** Asks a registry that answers so, beside which there is another one. */
async function asked(
  answer: (response: ServerResponse, port: number, request: IncomingMessage) => void,
  path = '/ip/192.0.2.1',
) {
  let port = 0
  await using registry = await loopbackRegistry([host, other], (request, response) =>
    answer(response, port, request),
  )
  port = registry.port
  const hosts = { [host]: ['127.0.0.1'], [other]: ['127.0.0.1'] }
  const dialer = loopbackDialer({ ca: registry.ca, hosts })
  const registries: Registry[] = [
    { name: 'one', rdap: `https://${host}:${port}/`, pace },
    { name: 'two', rdap: `https://${other}:${port}/`, pace },
  ]
  const leg = { registry: 'one', url: `https://${host}:${port}${path}`, hops: 0 }
  const found = await askRdap(leg, { registries, dialer, limits: shortLimits, now: Date.now })
  return { found, port, asked: [...registry.asked], alarms: dialer.alarms }
}

function sendTo(location: string | ((port: number) => string)) {
  return (response: ServerResponse, port: number) => {
    const target = typeof location === 'string' ? location : location(port)
    response.writeHead(302, { location: target }).end()
  }
}

test('a page of the same registry is followed to', async () => {
  const { found, asked: paths } = await asked((response, _, request) => {
    if (request.url === '/ip/192.0.2.1') response.writeHead(301, { location: '/moved' }).end()
    else sendRdap(response, { handle: 'X' })
  })
  deepEqual(found, { kind: 'json', value: { handle: 'X' } })
  deepEqual(paths, ['/ip/192.0.2.1', '/moved'])
})

test('another registry on the list is not asked before its own turn', async () => {
  const {
    found,
    port,
    asked: paths,
  } = await asked(sendTo(at => `https://${other}:${at}/ip/192.0.2.1`))
  deepEqual(found, {
    kind: 'elsewhere',
    leg: { registry: 'two', url: `https://${other}:${port}/ip/192.0.2.1`, hops: 1 },
  })
  equal(paths.length, 1)
})

const elsewhere = [
  'https://127.0.0.1/ip/192.0.2.1',
  'https://127.0.0.1:PORT/ip/192.0.2.1',
  'https://[::1]:PORT/',
  'https://[::ffff:7f00:1]:PORT/',
  'https://0x7f.1:PORT/',
  'https://2130706433:PORT/',
  'https://0177.0.0.1:PORT/',
  'https://localhost:PORT/',
  `https://${host}@127.0.0.1:PORT/`,
  `https://someone@${host}:PORT/`,
  `https://a:b@${host}:PORT/`,
  `https://${host}.evil.example.net:PORT/`,
  `https://evil-${host}:PORT/`,
  `https://${host}:443/`,
  `http://${host}:PORT/ip/192.0.2.1`,
  `//127.0.0.1:PORT/`,
  `\\\\127.0.0.1:PORT\\`,
  'file:///etc/passwd',
  'gopher://127.0.0.1:70/',
  'data:application/rdap+json,{}',
]
for (const location of elsewhere) {
  test(`a redirect to ${location} is not followed, and told`, async () => {
    const {
      found,
      asked: paths,
      alarms,
    } = await asked(sendTo(port => location.replace('PORT', String(port))))
    ok(found.kind === 'failed', `it was ${found.kind}`)
    match(found.reason, /a place that is on no list/)
    equal(paths.length, 1)
    equal(alarms.length, 1)
  })
}

test('a registry that sends round and round is left after three steps', async () => {
  const { found, asked: paths } = await asked(sendTo('/ip/192.0.2.1'))
  ok(found.kind === 'failed')
  match(found.reason, /sent us on more than 3 times/)
  equal(paths.length, 4)
})

test('a redirect that leads nowhere is a failure', async () => {
  equal((await asked(sendTo('https://'))).found.kind, 'failed')
})

const statuses: readonly (readonly [status: number, body: string, kind: string])[] = [
  [404, '{}', 'nothing'],
  [400, '{}', 'nothing'],
  [501, '{"errorCode":501}', 'nothing'],
  [403, '{}', 'blocked'],
  [401, '{}', 'blocked'],
  [200, 'access denied for your network', 'blocked'],
  [500, 'Too many requests from this address', 'busy'],
  [429, '', 'busy'],
  [503, '', 'busy'],
  [500, '', 'failed'],
  [200, '<html>', 'failed'],
  [204, '', 'failed'],
]
for (const [status, body, kind] of statuses) {
  test(`the answer ${status} with "${body}" counts as ${kind}`, async () => {
    const { found } = await asked(response => {
      const type = body.startsWith('{') ? 'application/rdap+json' : 'text/plain'
      response.writeHead(status, { 'content-type': type }).end(body)
    })
    equal(found.kind, kind)
  })
}
