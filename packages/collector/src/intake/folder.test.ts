import { deepEqual, equal, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, test } from 'node:test'
import { type Instant, instantOfSeconds } from '@redalert/core'
import { folderIntake } from './folder.ts'
import type { Incoming, IntakeOutcome } from './intake.ts'

const folders = mkdtempSync(join(tmpdir(), 'redalert-drop-'))
after(() => rmSync(folders, { recursive: true, force: true }))

const isWindows = process.platform === 'win32'
const mostBytes = 1000
const kept: IntakeOutcome = { kind: 'kept', id: 'x', isNew: true }

/** A folder that is watched; what comes waits to be settled unless it is settled at once. */
function watch(answer?: IntakeOutcome) {
  const folder = mkdtempSync(join(folders, 'drop-'))
  const stopping = new AbortController()
  const came: Incoming[] = []
  const intake = folderIntake({
    folder,
    submitter: 'own',
    mostBytes,
    everyMilliseconds: 20,
    now: () => instantOfSeconds(Date.now() / 1000) as Instant,
  })
  const watching = (async () => {
    for await (const incoming of intake(stopping.signal)) {
      came.push(incoming)
      if (answer) await incoming.settle(answer)
    }
  })()
  return {
    folder,
    came,
    texts: () => came.map(({ arrival }) => Buffer.from(arrival.body).toString()),
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await watching
    },
  }
}

/** Writes a file that looks as if nobody had touched it for a minute. */
function rested(path: string, text = 'hello', seconds = -60): void {
  writeFileSync(path, text)
  rest(path, seconds)
}

function rest(path: string, seconds = -60): void {
  const at = Date.now() / 1000 + seconds
  utimesSync(path, at, at)
}

async function until(is: () => boolean): Promise<void> {
  for (let wait = 0; !is(); wait++) {
    if (wait === 200) throw new Error('it did not happen in time')
    await sleep(20)
  }
}

/** Long enough for several looks. */
const someLooks = async () => await sleep(200)

test('each kind of file is taken once, under the right name, and moved when it is kept', async () => {
  await using watched = watch(kept)
  const { folder, came } = watched
  mkdirSync(join(folder, 'alice'))
  for (const name of ['a.eml', 'B.LOG', 'c.log.gz', 'd.json', 'alice/e.log'])
    rested(join(folder, name), name)
  await until(() => came.length === 5)
  await someLooks()
  deepEqual(
    came
      .map(({ arrival: { submitter, shape, proof, body } }) => [
        Buffer.from(body).toString(),
        submitter,
        shape,
        proof,
      ])
      .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    [
      ['B.LOG', 'own', 'body', 'operator'],
      ['a.eml', 'own', 'mail', 'operator'],
      ['alice/e.log', 'alice', 'body', 'operator'],
      ['c.log.gz', 'own', 'body', 'operator'],
      ['d.json', 'own', 'body', 'operator'],
    ],
  )
  deepEqual(readdirSync(join(folder, 'done')).toSorted(), ['B.LOG', 'a.eml', 'c.log.gz', 'd.json'])
  deepEqual(readdirSync(join(folder, 'alice', 'done')), ['e.log'])
  deepEqual(readdirSync(folder).toSorted(), ['alice', 'done'])
})

test('what is being written waits, and is taken whole', async () => {
  await using watched = watch(kept)
  const file = join(watched.folder, 'a.log')
  writeFileSync(file, 'half')
  await someLooks()
  appendFileSync(file, ' and half')
  await someLooks()
  equal(watched.came.length, 0)
  rest(file)
  await until(() => watched.came.length === 1)
  deepEqual(watched.texts(), ['half and half'])
})

test('what is written on after it was read is not moved away, and is taken again', async () => {
  await using watched = watch()
  const file = join(watched.folder, 'a.log')
  rested(file, 'half')
  await until(() => watched.came.length === 1)
  appendFileSync(file, ' and half')
  rest(file, -30)
  await watched.came[0]!.settle(kept)
  ok(existsSync(file))
  await until(() => watched.came.length === 2)
  await watched.came[1]!.settle(kept)
  deepEqual(watched.texts(), ['half', 'half and half'])
  equal(readFileSync(join(watched.folder, 'done', 'a.log'), 'utf8'), 'half and half')
})

test('what is not kept lies there, and comes again', async () => {
  await using watched = watch()
  const file = join(watched.folder, 'a.log')
  rested(file)
  await until(() => watched.came.length === 1)
  await someLooks()
  equal(watched.came.length, 1, 'it is not offered twice at once')
  await watched.came[0]!.settle({ kind: 'full' })
  await until(() => watched.came.length === 2)
  await watched.came[1]!.settle({ kind: 'failed' })
  await until(() => watched.came.length === 3)
  ok(existsSync(file))
  await watched.came[2]!.settle(kept)
  ok(!existsSync(file))
})

test(
  'links, pipes and folders are never read',
  { skip: isWindows && 'links need rights there' },
  async () => {
    await using watched = watch(kept)
    const { folder } = watched
    const secret = join(folders, 'secret.log')
    const outside = mkdtempSync(join(folders, 'outside-'))
    rested(secret, 'secret')
    rested(join(outside, 'secret.log'), 'secret')
    symlinkSync(secret, join(folder, 'link.log'))
    symlinkSync(outside, join(folder, 'bob'))
    symlinkSync('/dev/zero', join(folder, 'zero.log'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.log'))
    mkdirSync(join(folder, 'folder.log'))
    execFileSync('mkfifo', [join(folder, 'pipe.log')])
    rested(join(folder, 'plain.log'), 'plain')
    await until(() => watched.came.length > 0)
    await someLooks()
    deepEqual(watched.texts(), ['plain'])
    equal(readFileSync(secret, 'utf8'), 'secret')
    deepEqual(readdirSync(outside), ['secret.log'])
    ok(lstatSync(join(folder, 'link.log')).isSymbolicLink())
  },
)

test(
  'nothing is moved out by a link that is called done or failed',
  { skip: isWindows && 'links need rights there' },
  async () => {
    await using watched = watch()
    const { folder } = watched
    const outside = mkdtempSync(join(folders, 'outside-'))
    symlinkSync(outside, join(folder, 'done'))
    symlinkSync(outside, join(folder, 'failed'))
    rested(join(folder, 'a.log'))
    rested(join(folder, 'large.log'), 'x'.repeat(mostBytes + 1))
    await until(() => watched.came.length === 1)
    let refused = ''
    await watched.came[0]!.settle(kept).catch(error => {
      refused = String(error)
    })
    ok(refused.includes('is no folder of its own'), refused)
    await someLooks()
    deepEqual(readdirSync(outside), [])
    deepEqual(readdirSync(folder).toSorted(), ['a.log', 'done', 'failed', 'large.log'])
    equal(watched.came.length, 1)
  },
)

test('odd names are names, and hidden or other files are left alone', async () => {
  await using watched = watch(kept)
  const { folder } = watched
  const odd = [
    '-rf.log',
    'café ☃.log',
    ...(isWindows
      ? []
      : ['a\nb.log', '\u001b[31m\u202egol.log', '"$(x)".log', `${'x'.repeat(251)}.log`]),
  ]
  const left = ['.hidden.log', '..log.log', 'a.txt', 'log', '.log', 'a.log.part', 'done.logx']
  for (const name of [...odd, ...left]) rested(join(folder, name), name)
  mkdirSync(join(folder, '.bob'))
  mkdirSync(join(folder, 'a b'))
  rested(join(folder, '.bob', 'x.log'))
  rested(join(folder, 'a b', 'x.log'))
  await until(() => watched.came.length === odd.length)
  await someLooks()
  deepEqual(watched.texts().toSorted(), odd.toSorted())
  deepEqual(readdirSync(join(folder, 'done')).toSorted(), odd.toSorted())
  deepEqual(readdirSync(folder).toSorted(), [...left, '.bob', 'a b', 'done'].toSorted())
})

test('a name that is taken gets a number, and nothing is overwritten', async () => {
  await using watched = watch(kept)
  const long = `${'x'.repeat(251)}.log`
  for (const text of ['one', 'two', 'three']) {
    const before = watched.came.length
    for (const name of ['a.log', long]) rested(join(watched.folder, name), text)
    await until(() => watched.came.length === before + 2)
    await until(() => !existsSync(join(watched.folder, long)))
  }
  const done = join(watched.folder, 'done')
  const names = readdirSync(done)
  equal(names.length, 6)
  deepEqual(
    ['a.log', '1-a.log', '2-a.log'].map(name => readFileSync(join(done, name), 'utf8')),
    ['one', 'two', 'three'],
  )
  ok(names.every(name => name.endsWith('.log')))
})

test('what is too large goes to failed unread, and what is as large as may be is taken', async () => {
  await using watched = watch(kept)
  rested(join(watched.folder, 'large.log'), 'x'.repeat(mostBytes + 1))
  rested(join(watched.folder, 'right.log'), 'x'.repeat(mostBytes))
  await until(() => watched.came.length === 1)
  await someLooks()
  deepEqual(readdirSync(join(watched.folder, 'failed')), ['large.log'])
  deepEqual(readdirSync(join(watched.folder, 'done')), ['right.log'])
  equal(watched.came.length, 1)
})

test('a file from the future is taken, and a second name of a file is another', async () => {
  await using watched = watch(kept)
  rested(join(watched.folder, 'a.log'), 'tomorrow', 86_400)
  await until(() => watched.came.length === 1)
  const elsewhere = join(folders, 'elsewhere')
  rested(elsewhere, 'twice')
  linkSync(elsewhere, join(watched.folder, 'b.log'))
  await until(() => watched.came.length === 2)
  deepEqual(watched.texts(), ['tomorrow', 'twice'])
})

test('a folder that goes while it is watched is made again', async () => {
  await using watched = watch(kept)
  rmSync(watched.folder, { recursive: true })
  await until(() => existsSync(watched.folder))
  rested(join(watched.folder, 'a.log'))
  await until(() => watched.came.length === 1)
})
