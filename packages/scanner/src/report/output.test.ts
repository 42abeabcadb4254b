import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, before, test } from 'node:test'
import { writeToFile } from './write-to-file.ts'
import { writeToStream } from './write-to-stream.ts'

let folder = ''
before(async () => (folder = await mkdtemp(join(tmpdir(), 'redalert-output-'))))
after(() => rm(folder, { recursive: true }))

async function* chunks(...texts: readonly string[]) {
  yield* texts
}

async function* broken() {
  yield 'half'
  throw new Error('the scan broke')
}

test('a file stands under its name only once it is whole', async () => {
  const path = join(folder, 'whole.json')
  async function* looking() {
    yield 'x'.repeat(70_000)
    ok(!(await readdir(folder)).includes('whole.json'))
    yield 'end'
  }
  deepEqual(await writeToFile(path, looking()), { kind: 'written' })
  equal((await readFile(path, 'utf8')).length, 70_003)
  deepEqual(await readdir(folder), ['whole.json'])
})

test('when the scan breaks, the old file stays and nothing else is left', async () => {
  const path = join(folder, 'whole.json')
  await writeFile(path, 'old')
  await rejects(writeToFile(path, broken()), /the scan broke/)
  equal(await readFile(path, 'utf8'), 'old')
  deepEqual(await readdir(folder), ['whole.json'])
})

test(
  'a link stays a link, and what it leads to is written',
  { skip: process.platform === 'win32' },
  async () => {
    await symlink(join(folder, 'whole.json'), join(folder, 'link.json'))
    await writeToFile(join(folder, 'link.json'), chunks('new'))
    equal(await readFile(join(folder, 'whole.json'), 'utf8'), 'new')
  },
)

test('what cannot be written is a fault that says why', async () => {
  const missing = join(folder, 'none', 'a.json')
  deepEqual(await writeToFile(missing, chunks('a')), {
    kind: 'fault',
    code: 'cannot-write',
    file: missing,
    message: `cannot write ${missing}: its folder does not exist`,
  })
  equal((await writeToFile(folder, chunks('a'))).kind, 'fault')
})

test('a full disk is a fault', { skip: process.platform !== 'linux' }, async () => {
  const end = await writeToFile('/dev/full', chunks('a'))
  equal(end.kind === 'fault' && end.code, 'disk-full')
})

test('a slow stream is waited for', async () => {
  const got: string[] = []
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _, done) {
      got.push(chunk.toString())
      setTimeout(done, 2)
    },
  })
  async function* counted() {
    for (let index = 0; index < 20; index++) {
      ok(index - got.length <= 1, 'no more is asked for than is read')
      yield String(index)
    }
  }
  deepEqual(await writeToStream(slow, counted()), { kind: 'written' })
  equal(got.join(' ').trim().split(' ').length, 20)
})

test('a reader that has read enough ends it quietly, and no more is asked for', async () => {
  const reader = spawn(process.execPath, ['-e', 'process.stdin.once("data", () => process.exit())'])
  let asked = 0
  async function* endless() {
    for (;;) {
      asked++
      yield 'y\n'.repeat(10_000)
    }
  }
  deepEqual(await writeToStream(reader.stdin, endless()), { kind: 'closed' })
  ok(asked > 0)
  if (reader.exitCode === null) await once(reader, 'exit')
})

test('a stream that fails otherwise is a fault', async () => {
  const full = new Writable({
    write: (_, __, done) => done(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  })
  const end = await writeToStream(full, chunks('a', 'b'))
  equal(end.kind === 'fault' && end.code, 'disk-full')
})
