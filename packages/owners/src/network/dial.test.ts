import { deepEqual, equal, match, ok } from 'node:assert/strict'
import net, { type AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Address } from '@redalert/core'
import { loopbackDialer } from '../../test/loopback-dialer.ts'
import { dial } from './dial.ts'
import { publicReach } from './reach.ts'

let port = 0
let connections = 0
const server = net.createServer(socket => {
  connections++
  socket.end()
})
before(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
after(() => server.close())

const host = 'rdap.example.org'
const soon = () => AbortSignal.timeout(2000)

test('a name that leads to an address that may be reached is connected to', async () => {
  const dialled = await dial({ host, port }, loopbackDialer({}), soon())
  equal(dialled.kind, 'open')
  if (dialled.kind === 'open') dialled.socket.destroy()
})

const inward = [
  '127.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '10.0.0.1',
  '0.0.0.0',
  '64:ff9b::7f00:1',
]
for (const address of inward) {
  test(`a public name that leads to ${address} is refused, and nobody is connected to`, async () => {
    const count = connections
    const dialer = loopbackDialer({ reach: publicReach, hosts: { [host]: [address] } })
    const dialled = await dial({ host, port }, dialer, soon())
    equal(dialled.kind, 'refused')
    equal(connections, count)
    equal(dialer.alarms.length, 1)
  })
}

test('one address of many that may not be reached spoils them all', async () => {
  const dialer = loopbackDialer({
    reach: publicReach,
    hosts: { [host]: ['193.0.6.135', '127.0.0.1'] },
  })
  const dialled = await dial({ host, port: 443 }, dialer, soon())
  ok(dialled.kind === 'refused')
  match(dialled.reason, /127\.0\.0\.1 is loopback/)
})

for (const odd of [
  '0x7f.1',
  '2130706433',
  '127.1',
  '0177.0.0.1',
  '127.0.0.1 ',
  'fe80::1%eth0',
  '127.000.000.001',
])
  test(`an answer of a name server that is spelled ${odd} is refused`, async () => {
    const dialled = await dial({ host, port }, loopbackDialer({ hosts: { [host]: [odd] } }), soon())
    equal(dialled.kind, 'refused')
  })

for (const name of [
  '127.0.0.1',
  '[::1]',
  '::1',
  '0x7f.1',
  '0x7f000001',
  '2130706433',
  'a.example@127.0.0.1',
  'a/b',
  '',
])
  test(`"${name}" is taken for no name of a host`, async () => {
    const dialled = await dial(
      { host: name, port },
      loopbackDialer({ hosts: { [name]: ['127.0.0.1'] } }),
      soon(),
    )
    equal(dialled.kind, 'refused')
  })

test('the name is looked up once: a second answer of the name server changes nothing', async () => {
  const answers = [['127.0.0.1'], ['192.0.2.1']]
  let looked = 0
  const dialer = { ...loopbackDialer({}), resolve: async () => answers[looked++] ?? [] }
  const dialled = await dial({ host, port }, dialer, soon())
  ok(dialled.kind === 'open')
  equal(dialled.socket.remoteAddress, '127.0.0.1')
  dialled.socket.destroy()
  equal(looked, 1)
  equal((await dial({ host, port }, dialer, soon())).kind, 'refused')
})

test('a machine under treatment is not connected to', async () => {
  const count = connections
  const sighted = (address: Address) => address === '127.0.0.1'
  const dialer = loopbackDialer({ sighted, hosts: { [host]: [] } })
  const evil = { ...dialer, resolve: async () => ['127.0.0.1'] }
  const dialled = await dial({ host: 'www.example.net', port }, evil, soon())
  ok(dialled.kind === 'refused')
  match(dialled.reason, /under treatment: we never touch it/)
  equal(connections, count)
})

test('a forged sighting of a registry keeps it reachable, and is told', async () => {
  const dialer = loopbackDialer({ sighted: () => true })
  const dialled = await dial({ host, port }, dialer, soon())
  ok(dialled.kind === 'open')
  dialled.socket.destroy()
  deepEqual(dialer.alarms, [
    '127.0.0.1 belongs to rdap.example.org, on which we depend, and somebody reports it as infected',
  ])
})

test('a name without an address, a dead port and a name server that is silent are failures, not faults', async () => {
  equal((await dial({ host: 'a.example.org', port }, loopbackDialer({}), soon())).kind, 'failed')
  equal((await dial({ host, port: 1 }, loopbackDialer({}), soon())).kind, 'failed')
  const silent = { ...loopbackDialer({}), resolve: () => new Promise<string[]>(() => undefined) }
  equal((await dial({ host, port }, silent, AbortSignal.timeout(50))).kind, 'failed')
})
