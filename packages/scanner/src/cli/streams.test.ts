import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { environment, folderOf, program, type Ran } from './program.ts'
import { codeRed } from './sample-lines.ts'

const unix = { skip: process.platform === 'win32' && 'Windows has none of it', timeout: 60_000 }
const noise = 'nobody reads this\n'

/** Starts the real program; what it says is not read before {@link ended} asks for it. */
function start(folder: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [...program, ...words], { cwd: folder, env: environment })
  after(() => child.kill('SIGKILL'))
  return child
}

async function ended(child: ReturnType<typeof start>): Promise<Ran> {
  const closed = once(child, 'close')
  const [out, told] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await closed
  return { code, out, told }
}

/** Runs a line of bash in which `redalert` is the real program. */
function bash(folder: string, line: string): Ran {
  const redalert = [process.execPath, ...program].map(word => `'${word}'`).join(' ')
  const script = `set -o pipefail; redalert() { ${redalert} "$@"; }; ${line}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, told: stderr }
}

test('a reader that has read enough ends it quietly, as SIGPIPE would', unix, () => {
  const folder = folderOf({ 'a.log': noise.repeat(200_000) })
  const ran = bash(folder, 'redalert --json --unread a.log | head -1')
  deepEqual([ran.code, ran.told], [141, ''])
  match(ran.out, /^\{"kind":"redalert",.*\}\n$/)
})

test(
  'a full disk is said, and the code is 2',
  { skip: !existsSync('/dev/full') && 'no /dev/full' },
  () => {
    const folder = folderOf({ 'a.log': codeRed('192.0.2.7') })
    for (const line of ['redalert a.log > /dev/full', 'redalert --version > /dev/full']) {
      deepEqual(bash(folder, line), {
        code: 2,
        out: '',
        told: 'redalert: no room for the standard output: free some, or write elsewhere\n',
      })
    }
    const { code, told } = bash(folder, 'redalert a.log -o /dev/full')
    deepEqual([code, told], [2, 'redalert: no room for /dev/full: free some, or write elsewhere\n'])
  },
)

test('when nobody reads what is told, the results still come', unix, () => {
  const folder = folderOf({ 'a.log': codeRed('192.0.2.7') })
  deepEqual(bash(folder, 'redalert -c a.log none.log 2> >(exit)'), {
    code: 2,
    out: '1\n',
    told: '',
  })
})

test('a file that is written on while it is read is read to its new end', unix, async () => {
  const folder = folderOf({ 'a.log': noise.repeat(100_000) })
  const child = start(folder, '--unread', 'a.log')
  await once(child.stdout, 'readable')
  appendFileSync(join(folder, 'a.log'), codeRed('192.0.2.7'))
  const ran = await ended(child)
  equal(ran.code, 0)
  match(ran.out, /\n100,001 lines of 1 file = 1 matched /)
})

test(
  'a file that shrinks while it is read is a fault, and what was read counts',
  unix,
  async () => {
    const folder = folderOf({ 'a.log': codeRed('192.0.2.7') + noise.repeat(100_000) })
    const child = start(folder, '--unread', 'a.log')
    await once(child.stdout, 'readable')
    truncateSync(join(folder, 'a.log'), 1000)
    const { code, out, told } = await ended(child)
    equal(code, 2)
    match(told, /^redalert: a\.log shrank from \d+ bytes while it was read/)
    match(out, /1 infected\.\n1 problem told on the standard error/)
  },
)

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} shows what was found until then, and the code is ${code}`, unix, async () => {
    const folder = folderOf({ 'z.log': '' })
    const child = start(folder, '--unread', '-', 'z.log')
    child.stdin.write(codeRed('192.0.2.7') + noise.repeat(10_000))
    await once(child.stdout, 'readable')
    child.kill(signal)
    const ran = await ended(child)
    equal(ran.code, code)
    match(
      ran.told,
      /^redalert: standard input was read only to byte \d+: the scan was stopped\nredalert: 1 more log was not read: the scan was stopped\n$/,
    )
    match(ran.out, /192\.0\.2\.7/)
    match(ran.out, /1 infected\.\nThe scan was stopped: this is what was found until then\.\n/)
  })
}

test('a report to a file whose scan is stopped is not written', unix, async () => {
  const folder = folderOf({ 'report.json': 'old' })
  const child = start(folder, '--json', '--output', 'report.json', '-')
  child.stdin.write(codeRed('192.0.2.7'))
  while (readdirSync(folder).length < 2) await new Promise(resolve => setTimeout(resolve, 20))
  child.kill('SIGINT')
  const ran = await ended(child)
  equal(ran.code, 130)
  match(ran.told, /\nredalert: report\.json was not written: the scan was stopped\n$/)
  deepEqual(readdirSync(folder), ['report.json'])
  equal(readFileSync(join(folder, 'report.json'), 'utf8'), 'old')
})

test('a report takes the place of the file of its name only when it is whole', unix, async () => {
  const folder = folderOf({ 'report.json': 'old' })
  const child = start(folder, '--json', '--output', 'report.json', '-')
  child.stdin.write(codeRed('192.0.2.7'))
  while (readdirSync(folder).length < 2) await new Promise(resolve => setTimeout(resolve, 20))
  equal(readFileSync(join(folder, 'report.json'), 'utf8'), 'old')
  child.stdin.end()
  deepEqual(await ended(child), { code: 0, out: '', told: '' })
  match(readFileSync(join(folder, 'report.json'), 'utf8'), /\n\{"kind":"summary".*\}\n$/)
})

test('a pipe is scanned as its writer writes', unix, async () => {
  const folder = folderOf({})
  spawnSync('mkfifo', [join(folder, 'pipe')])
  const child = start(folder, '-c', 'pipe')
  writeFileSync(join(folder, 'pipe'), codeRed('192.0.2.7'))
  deepEqual(await ended(child), { code: 0, out: '1\n', told: '' })
})

test('a scan whose own report lies among the logs comes to an end', unix, () => {
  const folder = folderOf({ 'a.log': codeRed('192.0.2.7') })
  const { code } = bash(
    folder,
    'redalert --json . > report.json && redalert --json . > report.json',
  )
  equal(code, 0)
  ok(readFileSync(join(folder, 'report.json'), 'utf8').endsWith('}\n'))
})
