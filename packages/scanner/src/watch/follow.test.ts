import { deepEqual, equal } from 'node:assert/strict'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { Followed } from './followed.ts'
import { follow, type Follower } from './follow.ts'

const folders: string[] = []
after(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))

/** A server that writes numbered lines and a follower that takes them up; both can be broken off. */
function world() {
  const folder = mkdtempSync(join(tmpdir(), 'redalert-watch-'))
  folders.push(folder)
  const path = join(folder, 'access.log')
  const taken: string[] = []
  let clock = Date.now()
  let state: { followed: Followed[]; lookedAt: number | undefined; taken: number } = {
    followed: [],
    lookedAt: undefined,
    taken: 0,
  }
  let live: Followed[] = []
  let lookedAt: number | undefined
  let written = 0
  let follower: Follower

  function start() {
    live = structuredClone(state.followed)
    ;({ lookedAt } = state)
    taken.length = state.taken
    follower = follow({
      names: ['access.log'],
      folder,
      followed: live,
      lookedAt: () => lookedAt,
      now: () => clock,
      tell: () => undefined,
      async take(lines) {
        for (const { text } of lines) taken.push(text)
      },
    })
  }
  start()
  return {
    folder,
    path,
    taken,
    wait: (ms: number) => (clock += ms),
    write(count: number, file = path) {
      for (let each = 0; each < count; each++)
        appendFileSync(file, `line ${written++} ${'x'.repeat(written % 90)}\n`)
    },
    async look() {
      const started = Date.now()
      await follower.look()
      lookedAt = started
      state = { followed: structuredClone(live), lookedAt, taken: taken.length }
    },
    /** As SIGKILL: what was not saved is gone, and so is what was held open. */
    async kill() {
      await follower.close()
      start()
    },
    numbers: () => taken.map(text => Number(text.split(' ')[1])),
    all: () => Array.from({ length: written }, (_, at) => at),
    close: () => follower.close(),
  }
}

type World = ReturnType<typeof world>

/** Moves the older parts of a log one place on. */
function shift({ path }: World, packed: boolean) {
  for (let place = 9; place > 0; place--)
    for (const end of ['', '.gz'])
      if (existsSync(`${path}.${place}${end}`))
        renameSync(`${path}.${place}${end}`, `${path}.${place + 1}${end}`)
  const older = `${path}.2`
  if (!packed || !existsSync(older)) return
  writeFileSync(`${older}.gz`, gzipSync(readFileSync(older)))
  rmSync(older)
}

const rotations: Readonly<Record<string, (world: World) => Promise<void> | void>> = {
  rename(one) {
    if (!existsSync(one.path)) return
    shift(one, false)
    renameSync(one.path, `${one.path}.1`)
  },
  'rename and pack the one before': one => {
    if (!existsSync(one.path)) return
    shift(one, true)
    renameSync(one.path, `${one.path}.1`)
  },
  'rename and pack at once': one => {
    if (!existsSync(one.path)) return
    shift(one, false)
    writeFileSync(`${one.path}.1.gz`, gzipSync(readFileSync(one.path)))
    rmSync(one.path)
  },
  'copy and truncate': one => {
    if (!existsSync(one.path)) return
    shift(one, false)
    copyFileSync(one.path, `${one.path}.1`)
    truncateSync(one.path)
  },
  async 'delete and create'(one) {
    await one.look()
    rmSync(one.path, { force: true })
  },
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('rotate' as const),
    how: fc.constantFrom(...Object.keys(rotations)),
  }),
  fc.constant({ kind: 'look' as const }),
  fc.constant({ kind: 'kill' as const }),
)

test('through any order of writing, rotating, looking and killing, each line is read once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async steps => {
      const one = world()
      // Who starts to watch an empty folder has nothing behind them.
      await one.look()
      for (const each of steps) {
        if (each.kind === 'write') one.write(each.count)
        if (each.kind === 'rotate') await rotations[each.how]!(one)
        if (each.kind === 'look') await one.look()
        if (each.kind === 'kill') await one.kill()
      }
      one.wait(120_000)
      await one.look()
      await one.look()
      await one.close()
      deepEqual(
        one.numbers().toSorted((a, b) => a - b),
        one.all(),
      )
    }),
    { numRuns: 150 },
  )
})

for (const [name, rotate] of Object.entries(rotations)) {
  test(`a log is followed through ${name}, also when it happened while nobody looked`, async () => {
    const one = world()
    one.write(3)
    await one.look()
    one.write(3)
    await rotate(one)
    one.write(3)
    await one.kill()
    await one.look()
    await one.close()
    deepEqual(
      one.numbers().toSorted((a, b) => a - b),
      one.all(),
    )
  })
}

test('a log that was emptied, written and renamed between two looks is read from its beginning', async () => {
  const one = world()
  one.write(1)
  await one.look()
  await rotations['copy and truncate']!(one)
  one.write(1)
  await rotations['rename']!(one)
  await one.look()
  await one.look()
  deepEqual(one.numbers(), one.all())
  await one.close()
})

test('a link that moves on is followed, and what is still written behind it too', async () => {
  const one = world()
  const [first, second] = [join(one.folder, 'monday'), join(one.folder, 'tuesday')]
  one.write(3, first)
  symlinkSync(first, one.path)
  await one.look()
  one.write(2, first)
  rmSync(one.path)
  symlinkSync(second, one.path)
  one.write(2, second)
  await one.look()
  one.write(1, first)
  await one.look()
  await one.close()
  deepEqual(
    one.numbers().toSorted((a, b) => a - b),
    one.all(),
  )
})

test('a line waits for its end, and what a server wrote behind a deleted name is read', async () => {
  const one = world()
  one.write(1)
  await one.look()
  appendFileSync(one.path, 'line 1 half')
  await one.look()
  deepEqual(one.numbers(), [0])
  appendFileSync(one.path, ' and half\n')
  rmSync(one.path)
  await one.look()
  await one.close()
  deepEqual(one.taken.slice(1), ['line 1 half and half'])
})

test('what lay there rotated before anybody watched is not read, whatever it becomes', async () => {
  const one = world()
  writeFileSync(`${one.path}.1`, 'line 900 old\nline 901 old\n')
  one.write(2)
  await one.look()
  shift(one, true)
  renameSync(one.path, `${one.path}.1`)
  one.write(2)
  await one.kill()
  await one.look()
  await one.close()
  deepEqual(one.numbers(), [0, 1, 2, 3])
})

test('a log that was emptied and is written on at its old place begins behind the hole', async () => {
  const one = world()
  one.write(2)
  await one.look()
  const hole = Buffer.alloc(5000)
  one.write(0)
  writeFileSync(one.path, Buffer.concat([hole, Buffer.from('line 2 behind\n')]))
  await one.look()
  await one.close()
  deepEqual(one.numbers(), [0, 1, 2])
})

test('a line without an end takes no memory for ever', async () => {
  const one = world()
  appendFileSync(one.path, 'x'.repeat(3 * 1024 * 1024))
  await one.look()
  appendFileSync(one.path, '\nline 0 whole\n')
  await one.look()
  await one.close()
  equal(one.taken.at(-1), 'line 0 whole')
})

test('a copy that somebody made of a log says nothing new', async () => {
  const one = world()
  one.write(80)
  await one.look()
  one.write(1)
  copyFileSync(one.path, `${one.path}.1`)
  one.write(1)
  await one.look()
  copyFileSync(one.path, `${one.path}.2`)
  truncateSync(`${one.path}.2`, 1100)
  await one.kill()
  await one.look()
  await one.close()
  deepEqual(one.numbers(), one.all())
})

test('logs that all begin with the same long header are told apart', async () => {
  const one = world()
  const header = `#Remark: ${'h'.repeat(1100)}\n`
  for (const count of [3, 2, 9]) {
    writeFileSync(one.path, header)
    one.write(count)
    await one.look()
    await one.kill()
    await one.look()
    shift(one, true)
    renameSync(one.path, `${one.path}.1`)
  }
  await one.look()
  await one.close()
  deepEqual(
    one.numbers().filter(number => !Number.isNaN(number)),
    one.all(),
  )
})
