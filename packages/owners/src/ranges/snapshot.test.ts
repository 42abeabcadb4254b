import { deepEqual, equal, match, ok, throws } from 'node:assert/strict'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { openSnapshot, writeSnapshot } from './snapshot.ts'
import { packStrings, stringAt } from './string-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-snapshot-'))
const path = join(folder, 'table')
after(() => rmSync(folder, { recursive: true }))

const sections = {
  numbers: Uint32Array.of(1, 2, 0xffff_ffff),
  signed: Int32Array.of(-1, 5),
  bytes: Uint8Array.of(1, 2, 3, 4, 5),
  more: Uint32Array.of(7),
}

test('a snapshot gives back what was written', async () => {
  await writeSnapshot(path, 'table', { about: { day: '2026-11-01' }, sections })
  const snapshot = openSnapshot<{ day: string }>(path, 'table')
  ok(snapshot.kind === 'snapshot')
  deepEqual(snapshot.about, { day: '2026-11-01' })
  deepEqual(snapshot.numbers('numbers'), sections.numbers)
  deepEqual(snapshot.signed('signed'), sections.signed)
  deepEqual(snapshot.bytes('bytes'), sections.bytes)
  deepEqual(snapshot.numbers('more'), sections.more)
  deepEqual(snapshot.numbers('absent'), new Uint32Array(0))
})

test('a new snapshot takes the place of the old one, and leaves nothing else behind', async () => {
  await writeSnapshot(path, 'table', { about: null, sections: { numbers: Uint32Array.of(9) } })
  const snapshot = openSnapshot(path, 'table')
  ok(snapshot.kind === 'snapshot')
  deepEqual(snapshot.numbers('numbers'), Uint32Array.of(9))
  deepEqual(readdirSync(folder), ['table'])
})

test('a snapshot that is open gives what it held when it was opened, whatever takes its place', async () => {
  await writeSnapshot(path, 'table', { about: null, sections })
  const snapshot = openSnapshot(path, 'table')
  ok(snapshot.kind === 'snapshot')
  await writeSnapshot(path, 'table', { about: null, sections: { numbers: Uint32Array.of(9) } })
  deepEqual(snapshot.numbers('numbers'), sections.numbers)
  deepEqual(snapshot.signed('signed'), sections.signed)
})

test('a snapshot that is cut while it is open says so instead of giving half an array', async () => {
  await writeSnapshot(path, 'table', { about: null, sections })
  const snapshot = openSnapshot(path, 'table')
  ok(snapshot.kind === 'snapshot')
  truncateSync(path, 30)
  throws(() => snapshot.numbers('numbers'), /was cut while it was in use: load its data again/)
})

test('a section longer than any piece that is read at a time is checked and read whole', async () => {
  const numbers = Uint32Array.from({ length: 100_000 }, (_, at) => at * 7)
  await writeSnapshot(path, 'table', {
    about: { long: 'x'.repeat(200_000) },
    sections: { numbers },
  })
  const snapshot = openSnapshot(path, 'table')
  ok(snapshot.kind === 'snapshot')
  deepEqual(snapshot.numbers('numbers'), numbers)
  const bytes = readFileSync(path)
  bytes[bytes.length - 100] = 0xff
  writeFileSync(path, bytes)
  equal(openSnapshot(path, 'table').kind, 'no-snapshot')
})

test('a snapshot that was cut short anywhere is refused', async () => {
  await writeSnapshot(path, 'table', { about: null, sections })
  const whole = readFileSync(path)
  for (let length = 0; length < whole.length - 8; length += 7) {
    writeFileSync(path, whole)
    truncateSync(path, length)
    equal(openSnapshot(path, 'table').kind, 'no-snapshot', `cut to ${length} bytes`)
  }
})

test('a snapshot in which a bit of its numbers fell over is refused', async () => {
  await writeSnapshot(path, 'table', { about: null, sections })
  const whole = readFileSync(path)
  const bytes = Buffer.from(whole)
  const at = bytes.indexOf(Buffer.from([1, 0, 0, 0, 2, 0, 0, 0]))
  ok(at > 0)
  bytes[at] = 3
  writeFileSync(path, bytes)
  const refused = openSnapshot(path, 'table')
  ok(refused.kind === 'no-snapshot')
  match(refused.reason, /is damaged: load its data again/)
})

test('a snapshot of another kind is refused, and so is any other file', async () => {
  await writeSnapshot(path, 'table', { about: null, sections })
  equal(openSnapshot(path, 'networks').kind, 'no-snapshot')
  writeFileSync(path, 'something else\n')
  equal(openSnapshot(path, 'table').kind, 'no-snapshot')
})

test('the file of a snapshot that was refused is not closed a second time, when another may have its number', async () => {
  await writeSnapshot(path, 'table', { about: null, sections })
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  for (let times = 0; times < 20; times++) equal(openSnapshot(path, 'networks').kind, 'no-snapshot')
  const files = Array.from({ length: 20 }, () => openSync(path, 'r'))
  for (let times = 0; times < 3; times++) {
    collectGarbage()
    await setImmediate()
  }
  for (const file of files) closeSync(file)
})

test('texts come back from a pool by their numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), texts => {
      const pool = packStrings(texts)
      deepEqual(
        texts.map((_, number) => stringAt(pool, number)),
        texts.map(text => text.toWellFormed()),
      )
      equal(stringAt(pool, texts.length), '')
    }),
  )
})
