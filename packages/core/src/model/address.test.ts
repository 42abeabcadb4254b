import { equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseAddress } from './address.ts'

const canonical: readonly (readonly [text: string, address: string])[] = [
  ['192.0.2.7', '192.0.2.7'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
  ['2001:db8::0:1', '2001:db8::1'],
  ['::', '::'],
  ['::1', '::1'],
  ['1::', '1::'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:207', '192.0.2.7'],
  ['::192.0.2.7', '::c000:207'],
  ['64:ff9b::192.0.2.7', '64:ff9b::c000:207'],
]

for (const [text, address] of canonical) {
  test(`reads ${text} as ${address}`, () => equal(parseAddress(text), address))
}

const refused = [
  ['', 'nothing'],
  ['192.0.2', 'short'],
  ['192.0.2.7.1', 'long'],
  ['192.0.2.07', 'octal'],
  ['0300.0.2.7', 'octal'],
  ['0xc0.0.2.7', 'hexadecimal'],
  ['3221225991', 'one number'],
  ['192.0.2.256', 'too large an octet'],
  [' 192.0.2.7', 'padded'],
  ['192.0.2.7 ', 'padded'],
  ['192.0.2.7:80', 'with a port'],
  ['192.0.2.7/32', 'with a prefix'],
  ['[2001:db8::1]', 'in brackets'],
  ['fe80::1%eth0', 'with a zone'],
  ['1::2::3', 'two gaps'],
  ['1:2:3:4:5:6:7:8:9', 'nine groups'],
  ['1:2:3:4:5:6:7::8', 'a gap for nothing'],
  ['12345::', 'five digits'],
  [':1', 'half a gap'],
  ['1:', 'half a gap'],
  [':::', 'a gap and a half'],
  ['::1.2.3.4:5', 'IPv4 in the middle'],
  ['1.2.3.4::', 'IPv4 at the head'],
  ['١.٢.٣.٤', 'digits of another script'],
] as const

for (const [text, why] of refused) {
  test(`refuses "${text}": ${why}`, () => equal(parseAddress(text), undefined))
}

test('reading a canonical address again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), text => {
      const address = parseAddress(text)
      ok(address)
      equal(parseAddress(address), address)
    }),
  )
})

const character = fc.constantFrom(...'0123456789abfFxX.:%/ ')
const nearly = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.string({ unit: character, maxLength: 40 }),
  fc
    .tuple(fc.oneof(fc.ipV4(), fc.ipV6()), fc.nat(50), character)
    .map(([text, at, changed]) => text.slice(0, at) + changed + text.slice(at + 1)),
)

const python = `
import ipaddress, json, sys
def read(text):
    if '%' in text: return None
    try: address = ipaddress.ip_address(text)
    except ValueError: return None
    mapped = getattr(address, 'ipv4_mapped', None)
    return str(mapped or address)
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`

test('agrees with the ipaddress module of Python', t => {
  const texts = fc.sample(nearly, { numRuns: 20_000, seed: 2001 })
  const { status, stdout } = spawnSync('python3', ['-c', python], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  })
  if (status !== 0) return t.skip('python3 is not installed')
  const theirs: (string | null)[] = JSON.parse(stdout)
  ok(theirs.filter(Boolean).length > 1000)
  for (const [index, text] of texts.entries())
    equal(parseAddress(text) ?? null, theirs[index], text)
})
