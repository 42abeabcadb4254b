import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { folderOf, redalert } from './program.ts'
import { codeRed, line } from './sample-lines.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A moment some hours ago, as logs write it. */
function hoursAgo(hours: number): string {
  const iso = new Date(Date.now() - hours * 3_600_000).toISOString()
  return `${iso.slice(8, 10)}/${months[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`
}

const time = hoursAgo(2)
const log = [
  codeRed('192.88.1.7', { time }),
  codeRed('192.88.1.8', { time }),
  codeRed('198.17.0.9', { time }),
  codeRed('192.88.2.1', { time: hoursAgo(24 * 90) }),
  codeRed('10.0.0.5', { time }),
  line('192.88.9.9', 'GET /scripts/root.exe?/c+dir HTTP/1.0', { time }),
].join('')
const known =
  '192.88.0.0/16 abuse@example.net language=nl agreed by telephone\n198.17.0.0/16 stop they asked us to\n'

function run(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf({ 'access.log': log, 'known.txt': known, ...files })
  const env = { XDG_CACHE_HOME: join(folder, 'cache'), EMAIL: '' }
  return { folder, ...redalert(folder, ['letters', 'access.log', ...words], { env }) }
}
const usual = ['--out', 'letters', '--from', 'admin@example.org', '--owners', 'known.txt']

test('one letter for each owner, ready to be sent, and nothing is sent', () => {
  const { folder, code, out, told } = run(usual)
  equal(code, 0)
  deepEqual(readdirSync(join(folder, 'letters')), ['abuse@example.net.eml'])
  match(out, /abuse@example\.net\.eml {2}to abuse@example\.net: 2 machines\n/)
  match(out, /1 letter written, nothing was sent/)
  match(told, /198\.17\.0\.9 {2}is never told: they asked us to/)
})

test('a letter holds the machines of its owner and of nobody else', () => {
  const { folder } = run([...usual, '--form', 'text'])
  const eml = readFileSync(join(folder, 'letters', 'abuse@example.net.eml'), 'utf8')
  match(eml, /^From: admin@example\.org\r?\nTo: abuse@example\.net\r?\n/)
  ok(eml.includes('192.88.1.7') && eml.includes('192.88.1.8'))
  for (const other of ['198.17.0.9', '10.0.0.5', '192.88.9.9', '192.88.2.1'])
    equal(eml.includes(other), false, other)
})

test('what is left out is told with its reason', () => {
  match(run(usual).out, /left out: 1 row: too long ago/)
  match(run([...usual, '--stale-after', '365']).out, /3 machines/)
})

test('a scanner that is known by address gets no letter', () => {
  const { out } = run([...usual, '--scanner', '192.88.1.7'])
  match(out, /to abuse@example\.net: 1 machine\n/)
})

test('nobody is asked about a machine that no letter will tell of', () => {
  const { told } = run(['--out', 'letters', '--from', 'admin@example.org'])
  match(told, /192\.88\.1\.7 {2}nobody can be told/)
  equal(told.includes('192.88.2.1'), false, 'it was seen too long ago')
})

test('our own scanner finds nothing in a letter', () => {
  const { folder } = run(usual)
  const scanned = redalert(folder, ['-c', join('letters', 'abuse@example.net.eml')])
  equal(scanned.out, '0\n')
})

test('a letter never takes the place of a file', () => {
  const { folder } = run(usual)
  const again = redalert(folder, ['letters', 'access.log', ...usual], {
    env: { XDG_CACHE_HOME: join(folder, 'cache') },
  })
  equal(again.code, 2)
  match(again.told, /could not be written: .*EEXIST/)
})

test('nobody to write to is no letter', () => {
  const { folder, code, out } = run(['--out', 'letters', '--from', 'admin@example.org'])
  equal(code, 1)
  match(out, /No letter was written\.\n$/)
  deepEqual(readdirSync(join(folder, 'letters')), [])
})

for (const [what, words, told] of [
  ['a missing folder', ['--from', 'a@example.org'], /name the folder for the letters: --out/],
  ['a missing sender', ['--out', 'letters'], /say who writes/],
  ['a sender that is no mail address', ['--out', 'letters', '--from', 'me'], /say who writes/],
  [
    'an age that is none',
    ['--out', 'letters', '--from', 'a@example.org', '--stale-after', 'x'],
    /no number of days/,
  ],
] as const) {
  test(`${what} is said before anything is done`, () => {
    const ran = run(words)
    equal(ran.code, 2)
    match(ran.told, told)
    equal(existsSync(join(ran.folder, 'letters')), false)
  })
}
