import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Source } from '../model/source.ts'
import { scanners } from '../signatures/scanners.ts'
import { isCallback, isScannerAgent, isScannerName } from './scanner.ts'

const agents: readonly (readonly [agent: string | undefined, known: boolean])[] = [
  ['Mozilla/5.0 (compatible; CensysInspect/1.1; +https://about.censys.io/)', true],
  ['Expanse, a Palo Alto Networks company, searches across the global IPv4 space', true],
  ['Lkx-Apache2449TraversalPlugin/0.0.1 (+https://leakix.net/, +https://twitter.com/x)', true],
  ['Mozilla/5.0 (compatible; Nmap Scripting Engine; https://nmap.org/book/nse.html)', true],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', false],
  ['Hello, world', false],
  ['libredtail-http', false],
  ['', false],
  [undefined, false],
]

for (const [agent, known] of agents) {
  test(`${agent ?? 'no agent'} ${known ? 'is' : 'is not'} a scanner's`, () =>
    equal(isScannerAgent(agent), known))
}

test('a scanner is known by the end of its name, and an address by nothing', () => {
  const names = ['census1.shodan.io', 'shodan.io', 'shodan.io.example.org', '198.51.100.9']
  deepEqual(
    names.map(name => isScannerName(name as Source)),
    [true, false, false, false],
  )
})

test('a host that scanners have themselves called by is known', () => {
  deepEqual(['x.oast.fun', 'oast.fun.example.org'].map(isCallback), [true, false])
})

test('the list says of each who it is and where that is written', () => {
  const { agents: pieces, names, callbacks } = scanners
  for (const { who, about } of [...pieces, ...names, ...callbacks]) {
    ok(who.length > 2)
    ok(URL.canParse(about), about)
  }
})

test('a piece of an agent is in lower case and long enough to mean nobody else', () => {
  for (const { contains } of scanners.agents) {
    equal(contains, contains.toLowerCase())
    ok(contains.length >= 6, contains)
  }
})

test('the end of a name begins with a dot, so that it is a whole name', () => {
  for (const { endsWith } of [...scanners.names, ...scanners.callbacks])
    ok(/^(\.[a-z0-9-]+){2,}$/.test(endsWith), endsWith)
})

test('nobody is listed twice', () => {
  const { agents: pieces, names, callbacks } = scanners
  const all = [
    ...pieces.map(({ contains }) => contains),
    ...[...names, ...callbacks].map(({ endsWith }) => endsWith),
  ]
  equal(new Set(all).size, all.length)
})
