import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { registryOfUrl, whoisServer } from './allow-list.ts'
import { registries } from './registries.ts'
import { registryHosts } from './registry-hosts.ts'

for (const [url, registry] of [
  ['https://rdap.db.ripe.net/ip/192.0.2.1', 'ripe'],
  ['https://RDAP.DB.RIPE.NET:443/x', 'ripe'],
  ['https://rdap.registro.br/ip/192.0.2.1', 'registro.br'],
  ['http://rdap.db.ripe.net/ip/192.0.2.1', undefined],
  ['https://rdap.db.ripe.net:444/', undefined],
  ['https://x@rdap.db.ripe.net/', undefined],
  ['https://rdap.db.ripe.net.evil.example.org/', undefined],
  ['https://evil.example.org/rdap.db.ripe.net', undefined],
  ['https://rdap.db.ripe.net@evil.example.org/', undefined],
] as const)
  test(`${url} belongs to ${registry ?? 'nobody'}`, () =>
    equal(registryOfUrl(new URL(url), registries)?.name, registry))

test('a WHOIS server stands at port 43 where no other is said', () => {
  const pace = { perMinute: 1, burst: 1 }
  deepEqual(whoisServer({ name: 'x', whois: 'Whois.example.org', pace }), {
    host: 'whois.example.org',
    port: 43,
  })
  deepEqual(whoisServer({ name: 'x', whois: 'whois.example.org:4343', pace }), {
    host: 'whois.example.org',
    port: 4343,
  })
  equal(whoisServer({ name: 'x', pace }), undefined)
})

test('the registries have names, servers and paces of their own', () => {
  equal(new Set(registries.map(({ name }) => name)).size, registries.length)
  for (const { rdap, pace } of registries) {
    equal(rdap === undefined || (rdap.startsWith('https://') && rdap.endsWith('/')), true)
    equal(pace.perMinute > 0 && pace.perMinute <= 60, true)
  }
})

test('all servers that are asked are known as our own, each once', () => {
  const hosts = registryHosts(registries)
  for (const host of ['rdap.db.ripe.net', 'whois.lacnic.net', 'data.iana.org'])
    ok(hosts.includes(host))
  equal(new Set(hosts).size, hosts.length)
})
