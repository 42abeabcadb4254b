import { deepEqual, equal, ok } from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync, readlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import zlib from 'node:zlib'
import { readLog } from './read-log.ts'
import { chunked, folder, found, log, noise, readStored, store } from './stored.ts'

test('a plain log comes out as it is', async () => {
  for (const bytes of [log, noise, Buffer.from('x'), Buffer.from([0xe9, 0x0a, 0xff])])
    deepEqual(await readStored(bytes), { bytes, said: [] })
})

test('an empty file is remarked upon', async () => {
  const { bytes, said } = await readStored(Buffer.alloc(0))
  equal(bytes.length, 0)
  deepEqual(
    said.map(({ kind, code }) => [kind, code]),
    [['remark', 'empty']],
  )
})

test('standard input is told by its content like a file', async () => {
  for (const bytes of [log, zlib.gzipSync(log)]) {
    for (const size of [997, 100_000]) {
      deepEqual(await readStored(undefined, { path: undefined }, { input: chunked(bytes, size) }), {
        bytes: log,
        said: [],
      })
    }
  }
})

test('what is consumed grows to the size of the stored file', async () => {
  for (const bytes of [log, zlib.gzipSync(noise)]) {
    const path = store(bytes)
    let consumed = 0
    for await (const piece of readLog(found({ path }))) {
      if (piece.kind !== 'bytes') continue
      ok(piece.consumed >= consumed)
      consumed = piece.consumed
    }
    equal(consumed, bytes.length)
  }
})

test('a file that grows is read to its end, and a scan that feeds itself ends', async () => {
  const path = store(log)
  let read = 0
  for await (const piece of readLog(found({ path }))) {
    if (piece.kind !== 'bytes') continue
    read += piece.bytes.length
    appendFileSync(path, log)
  }
  ok(read > log.length)
  ok(read <= log.length + 1024 * 1024)
})

test('a file that shrinks gives what was read and a fault', async () => {
  const path = store(log)
  const said: string[] = []
  let read = 0
  for await (const piece of readLog(found({ path }))) {
    if (piece.kind === 'bytes') read += piece.bytes.length
    else said.push(piece.code)
    truncateSync(path, 10)
  }
  ok(read > 0)
  deepEqual(said, ['shrank'])
})

test('a packed file that shrinks is not called damaged', async () => {
  const path = store(zlib.gzipSync(Buffer.concat(Array.from({ length: 8 }, () => noise))))
  const said: string[] = []
  for await (const piece of readLog(found({ path }))) {
    if (piece.kind !== 'bytes') said.push(piece.code)
    truncateSync(path, 10)
  }
  deepEqual(said, ['shrank'])
})

test('a file that is gone, a folder in its place, and one that may not be read', async () => {
  deepEqual(
    (await readStored(undefined, { path: join(folder, 'gone') })).said.map(({ code }) => code),
    ['vanished'],
  )
  mkdirSync(join(folder, 'inner'))
  deepEqual(
    (await readStored(undefined, { path: join(folder, 'inner') })).said.map(({ code }) => code),
    ['not-a-file'],
  )
  // Reading one's own memory where nothing is mapped fails as a broken disk does.
  if (process.platform === 'linux')
    deepEqual(
      (await readStored(undefined, { path: '/proc/self/mem' })).said.map(({ code }) => code),
      ['cannot-read'],
    )
})

test('a signal ends the reading with a fault', async () => {
  for (const stored of [
    Buffer.concat([log, log]),
    zlib.gzipSync(Buffer.concat([noise, noise, noise])),
  ]) {
    const stop = new AbortController()
    const said: string[] = []
    for await (const piece of readLog(found({ path: store(stored) }), { signal: stop.signal })) {
      if (piece.kind !== 'bytes') said.push(piece.code)
      stop.abort()
    }
    deepEqual(said, ['stopped'])
  }
})

test('a signal ends the wait for an input that stays silent', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 30)
  const { said } = await readStored(
    undefined,
    { path: undefined },
    { input: new Readable({ read() {} }), signal: stop.signal },
  )
  deepEqual(
    said.map(({ code }) => code),
    ['stopped'],
  )
})

test(
  'a named pipe is read',
  { skip: process.platform === 'win32' && 'Windows has none' },
  async () => {
    const path = join(folder, 'pipe')
    execFileSync('mkfifo', [path])
    const writer = spawn('sh', ['-c', `seq 1 100000 > ${path}`])
    const { bytes, said } = await readStored(undefined, { path })
    deepEqual(said, [])
    equal(bytes.toString().split('\n').length, 100_001)
    writer.kill()
  },
)

test(
  'a signal ends the wait for a pipe without a writer, and the program can end',
  { skip: process.platform === 'win32' && 'Windows has none' },
  async () => {
    const path = join(folder, 'silent')
    execFileSync('mkfifo', [path])
    const program = `
    import { readLog } from ${JSON.stringify(new URL('read-log.ts', import.meta.url).href)}
    const log = { kind: 'log', name: 'silent', path: process.argv[1], named: true }
    for await (const { code } of readLog(log, { signal: AbortSignal.timeout(50) })) console.log(code)
  `
    const run = spawnSync(
      process.execPath,
      [...process.execArgv, '--input-type=module', '-e', program, path],
      { timeout: 10_000 },
    )
    equal(run.stdout.toString(), 'stopped\n')
    equal(run.status, 0)
  },
)

test(
  'what a shell substitutes is read, also when its writer is gone',
  { skip: process.platform !== 'linux' && 'needs /dev/fd' },
  () => {
    const program = `
    import { readLog } from ${JSON.stringify(new URL('read-log.ts', import.meta.url).href)}
    const log = { kind: 'log', name: 'fd', path: process.argv[1], named: true }
    let length = 0
    for await (const piece of readLog(log)) length += piece.bytes?.length ?? 0
    console.log(length)
  `
    for (const [command, length] of [
      ['true', 0],
      ['printf 12345', 5],
    ]) {
      const shell = `( ${command} ) | ( sleep 0.1; exec "$@" /dev/fd/0 )`
      const run = spawnSync(
        'sh',
        [
          '-c',
          shell,
          'sh',
          process.execPath,
          ...process.execArgv,
          '--input-type=module',
          '-e',
          program,
        ],
        { timeout: 10_000 },
      )
      equal(run.stdout.toString(), `${length}\n`)
    }
  },
)

test(
  'every file is closed, also when the reader leaves early',
  { skip: process.platform !== 'linux' && 'counts in /proc' },
  async () => {
    const kinds = [
      log,
      zlib.gzipSync(noise),
      zlib.gzipSync(noise).subarray(0, 9000),
      Buffer.from('\0\x01\x02\0\0'),
      Buffer.alloc(0),
    ]
    const paths = kinds.map(store)
    let opened = 0
    for (const path of paths) {
      await readStored(undefined, { path })
      for await (const _ of readLog(found({ path }))) {
        opened = Math.max(opened, openFiles())
        break
      }
      const unread = readLog(found({ path }))
      await unread.return()
    }
    equal(opened, 1)
    equal(openFiles(), 0)
  },
)

function openFiles(): number {
  const targets = readdirSync('/proc/self/fd').map(number => {
    try {
      return readlinkSync(`/proc/self/fd/${number}`)
    } catch {
      return ''
    }
  })
  return targets.filter(target => target.startsWith(folder)).length
}
