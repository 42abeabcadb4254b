import { deepEqual, equal, match } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { folderOf, redalert } from './program.ts'

const known = `# what I know better
192.88.0.0/16 abuse@example.net language=nl agreed by telephone
198.17.0.0/16 stop they asked us to
`
const folder = folderOf({
  'known.txt': known,
  'bad.txt': '192.88.0.0/16 nobody\n',
  'hold.txt': '192.88.1.0/24 hold a content network\n',
})
const env = { XDG_CACHE_HOME: join(folder, 'cache') }
const owner = (...words: readonly string[]) => redalert(folder, ['owner', ...words], { env })

test('an owner on the own list is named, with the way to him', () => {
  const { code, out, told } = owner('192.88.1.7', '--owners', 'known.txt')
  equal(code, 0)
  match(out, /^192\.88\.1\.7 {2}abuse@example\.net\n/)
  match(out, /agreed by telephone/)
  equal(told, '')
})

test('as JSON it is one object', () => {
  const { code, out } = owner('192.88.1.7', '--owners', 'known.txt', '--json')
  const { kind, address, contact, preferences } = JSON.parse(out)
  deepEqual(
    { code, kind, address, mailbox: contact.mailbox, preferences },
    {
      code: 0,
      kind: 'owner',
      address: '192.88.1.7',
      mailbox: 'abuse@example.net',
      preferences: { language: 'nl' },
    },
  )
})

test('without consent no registry is asked, and that is said', () => {
  const { code, out, told } = owner('192.88.1.7')
  equal(code, 1)
  match(out, /nobody can be told/)
  equal(told, 'redalert: note: no registry was asked: --lookup asks them\n')
})

for (const [what, address, reason] of [
  ['a documentation address', '203.0.113.9', /is never told: .*documentation/],
  ['a private address', '10.0.0.1', /is never told/],
  ['who asked not to be told', '198.17.0.1', /they asked us to/],
] as const) {
  test(`${what} is never told`, () => {
    const { code, out } = owner(address, '--owners', 'known.txt')
    equal(code, 1)
    match(out, reason)
  })
}

test('a word that is no address is named, and the others go on', () => {
  const { code, out, told } = owner('192.88.1.7', '0300.1.1.1', '--owners', 'known.txt')
  equal(code, 2)
  match(out, /abuse@example\.net/)
  match(told, /^redalert: 0300\.1\.1\.1 is no address: write it like/)
})

test('a list that cannot be read is named with the line', () => {
  match(owner('192.88.1.7', '--owners', 'bad.txt').told, /^redalert: bad\.txt, line 1: /)
  const missing = owner('192.88.1.7', '--owners', 'none.txt')
  equal(missing.code, 2)
  match(missing.told, /none\.txt/)
})

test('whom a list holds back is told so', () => {
  match(
    owner('192.88.1.7', '--owners', 'known.txt', '--never', 'hold.txt').out,
    /a person decides: a content network/,
  )
})
