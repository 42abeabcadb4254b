import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { findings, folderOf, megabytesOf, redalert, tellingMemory } from './program.ts'
import { codeRed, codeRedTarget, line, visitor } from './sample-lines.ts'

const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
const good = codeRed('192.0.2.7')

/** Scans a bad file together with a good one: what is told, and that the good one went on. */
function beside(files: Readonly<Record<string, string | Uint8Array>>, ...more: readonly string[]) {
  const folder = folderOf({ ...files, 'good.log': good })
  const ran = redalert(folder, ['--json', ...Object.keys(files), 'good.log', ...more])
  ok(
    findings(ran, 'sighting').some(({ files: where }) => where.includes('good.log')),
    'the other file goes on',
  )
  return ran
}

test('a missing file is named, with the one that may be meant', () => {
  const folder = folderOf({ 'good.log': good, 'access.log': visitor })
  const { code, told, out } = redalert(folder, ['good.log', 'acces.log'])
  deepEqual([code, told], [2, 'redalert: no such file: acces.log; did you mean access.log?\n'])
  match(out, /1 problem told on the standard error/)
  match(out, /192\.0\.2\.7/)
})

test('a pattern that nothing fits, and a folder without logs', () => {
  const folder = folderOf({ 'good.log': good })
  mkdirSync(join(folder, 'empty'))
  const { code, told } = redalert(folder, ['good.log', '*.txt', 'empty'])
  equal(code, 2)
  match(told, /^redalert: no file fits \*\.txt\nredalert: empty holds no logs: /)
})

test('an unreadable file', { skip: skipUnreadable() }, () => {
  const folder = folderOf({ 'good.log': good, 'secret.log': good })
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'secret.log'), 0)
  const { code, told } = redalert(folder, ['good.log', 'secret.log'], asNobody)
  equal(code, 2)
  match(told, /^redalert: no permission to read secret\.log: scan as root/)
})

test('an empty file is said to be empty, and is no fault', () => {
  const { code, told } = beside({ 'empty.log': '' })
  deepEqual([code, told], [0, 'redalert: note: empty.log is empty\n'])
})

test('a binary file is a fault when it is named, and a note when it lies in a folder', () => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1])
  const { code, told } = beside({ 'a.png': picture })
  deepEqual([code, told], [2, 'redalert: a.png is a PNG picture, not a log\n'])
  const folder = folderOf({ 'a.png': picture, 'good.log': good })
  deepEqual(redalert(folder, ['.', '-c']), {
    code: 0,
    out: '1\n',
    told: 'redalert: note: a.png is a PNG picture, not a log\n',
  })
})

test('a truncated gzip is read up to where it breaks', () => {
  const packed = gzipSync(good.repeat(2000))
  const ran = beside({ 'half.log.gz': packed.subarray(0, packed.length / 2) })
  equal(ran.code, 2)
  match(ran.told, /^redalert: half\.log\.gz ends early: \d+ bytes were read; the rest is missing/)
  ok(findings(ran, 'summary')[0].lines > 1)
})

test('a gzip bomb is read in little memory', () => {
  const member = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'A'), { level: 9 })
  const folder = folderOf({
    'bomb.log.gz': Buffer.concat(Array(8).fill(member)),
    'good.log': good,
  })
  const ran = redalert(folder, ['--json', 'bomb.log.gz', 'good.log'], tellingMemory)
  equal(ran.code, 0, ran.told)
  equal(findings(ran, 'summary')[0].unread, 1)
  ok(megabytesOf(ran) < 200, ran.told)
})

test('zstd is read, and what is packed otherwise is told with the command that unpacks it', () => {
  equal(beside({ 'a.log.zst': zstdCompressSync(Buffer.from(good)) }).code, 0)
  const { code, told } = beside({ 'a.log.xz': Buffer.from('\xfd7zXZ\0\0', 'latin1') })
  equal(code, 2)
  match(told, /^redalert: a\.log\.xz is packed with xz: unpack it first, with xz -dk\n/)
})

test('UTF-16, byte order marks, CRLF and CR alone are read', () => {
  const ran = beside({
    'powershell.log': Buffer.from(`\ufeff${good.replace('\n', '\r\n')}`, 'utf16le'),
    'bom.log': `\ufeff${good}`,
    'crlf.log': good.replace('\n', '\r\n'),
    'mac.log': good.replace('\n', '\r'),
  })
  deepEqual([ran.code, ran.told], [0, ''])
  deepEqual(findings(ran, 'sighting')[0].files, [
    'bom.log',
    'crlf.log',
    'good.log',
    'mac.log',
    'powershell.log',
  ])
})

test('a line of 64 KiB is read whole', () => {
  const long = line('192.0.2.8', `GET ${codeRedTarget} HTTP/1.0`, {
    tail: `"-" "${'a'.repeat(65_000)}"`,
  })
  ok(long.length < 65_536)
  equal(countInfected(long), 1)
})

test('a longer line is cut, counted, and judged by what was read', () => {
  const long = line('192.0.2.8', `GET ${codeRedTarget} HTTP/1.0`, {
    tail: `"-" "${'a'.repeat(200_000)}"`,
  })
  equal(countInfected(long + visitor), 1)
  const [early] = judged(line('192.0.2.8', `SEARCH /${'\\x90'.repeat(50_000)} HTTP/1.1`))
  equal(early?.grade !== 'infected', true)
  equal(scanned(long + visitor).at(-1).lines, 2)
})

test('of two records on one line the last counts, and the first address is innocent', () => {
  const spliced = visitor.trimEnd().slice(0, 60) + codeRed('192.0.2.8')
  const sources = judged(spliced).map(({ source }) => source)
  deepEqual(sources, ['192.0.2.8'])
})

for (const [what, text] of Object.entries({
  'raw blanks in a request': line('192.0.2.8', `GET ${codeRedTarget} and more  HTTP/1.0`),
  'no HTTP version': line('192.0.2.8', `GET ${codeRedTarget}`),
  'a lower-case method': line('192.0.2.8', `get ${codeRedTarget} HTTP/1.0`),
  'a quote before the line': `"${codeRed('192.0.2.8')}`,
})) {
  test(`${what}: read, and found infected`, () => {
    equal(countInfected(text), 1)
    equal(scanned(text).at(-1).unread, 0)
  })
}

for (const [what, text] of Object.entries({
  'no method': line('192.0.2.8', '/index.html'),
  'an empty request': line('192.0.2.8', ''),
  'a dash for a request': line('192.0.2.8', '-'),
  'TLS hello bytes': line('192.0.2.8', '\\x16\\x03\\x01\\x02\\x00\\x01\\xfc\\x03\\x03'),
  'raw bytes': Buffer.from(line('192.0.2.8', '\x16\x03\x01 \xff\xfe'), 'latin1'),
})) {
  test(`${what}: read, and nothing to it`, () => {
    const { matched, other, unread } = scanned(text).at(-1)
    deepEqual({ matched, other, unread }, { matched: 0, other: 1, unread: 0 })
  })
}

test('a door of Nimda written as %%35c is seen', () => {
  const [row] = judged(
    line('192.0.2.8', 'GET /scripts/..%%35c../winnt/system32/cmd.exe?/c+dir HTTP/1.0'),
  )
  equal(row?.source, '192.0.2.8')
})

test(
  'a fifo that nobody writes to does not keep the others waiting for ever',
  {
    skip: process.platform === 'win32' && 'Windows has none',
  },
  () => {
    const folder = folderOf({ 'good.log': good })
    spawnSync('mkfifo', [join(folder, 'pipe')])
    const { code, out } = redalert(folder, ['-c', '.'])
    deepEqual([code, out], [0, '1\n'])
  },
)

test('many notes are told in short', () => {
  const files = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`e${index}.log`, '']))
  const { told } = beside(files)
  equal(told.split('\n').length - 1, 11)
  match(told, /\nredalert: note: 15 more notes: --json holds them\n$/)
})

function scanned(text: string | Uint8Array) {
  const ran = redalert(folderOf({ 'a.log': text }), ['--json', '--unread', 'a.log'])
  equal(ran.told, '')
  return findings(ran)
}

function judged(text: string | Uint8Array) {
  return scanned(text).filter(({ kind }) => kind === 'sighting')
}

function countInfected(text: string): number {
  return judged(text).filter(({ grade }) => grade === 'infected').length
}

/** Root may read everything, so the program is run as somebody who may not. */
function skipUnreadable(): string | false {
  if (process.platform === 'win32') return 'Windows has other permissions'
  const { code } = redalert('/', ['--version'], asNobody)
  return code === 0 ? false : 'root may read everything, and nobody else may read this clone'
}
