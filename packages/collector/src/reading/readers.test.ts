import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { unpackCells } from '../told/unpack-cells.ts'
import { anyAnswer } from '../letters/any-ours.ts'
import { startReaders } from './readers.ts'

const verifying = { now: '2026-11-25T00:00:00Z' as Instant, profile: 'exercise' } as const

test('each of many bodies that are read at once gets its own answer', async () => {
  await using readers = startReaders({ threads: 2, mostSeconds: 20, mostMegabytes: 128 })
  const sources = Array.from({ length: 40 }, (_, at) => `192.0.2.${at}`)
  const tolds = await Promise.all(
    sources.map(source => {
      const line = `${source} - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`
      return readers.read({ shape: 'body', hints: {}, body: Buffer.from(line) }, verifying)
    }),
  )
  deepEqual(
    tolds.map(({ cells }) => unpackCells(cells).map(({ source }) => source)),
    sources.map(source => [source]),
  )
})

const { letter, settings } = anyAnswer()

test('a mail that came back on a letter is told from others in a thread', async () => {
  await using readers = startReaders({ threads: 1, mostSeconds: 20, mostMegabytes: 128 })
  const heard = await readers.listen(letter, { from: 'a@example.org', to: [] }, settings)
  deepEqual(heard?.kind === 'commands' && heard.commands, [{ word: 'stop', sources: [] }])
  deepEqual(heard?.about?.by, 'address')
})

for (const [what, bounds] of [
  ['time', { mostSeconds: 0.02, mostMegabytes: 128 }],
  ['memory', { mostSeconds: 20, mostMegabytes: 12 }],
] as const)
  test(`a mail that takes more ${what} than it may is given up, and so is the next one, and nothing else ends`, async () => {
    await using readers = startReaders({ threads: 1, ...bounds })
    const long = Buffer.concat([letter, Buffer.from('a line of it\r\n'.repeat(550_000))])
    for (let times = 0; times < 2; times++)
      equal(await readers.listen(long, { from: 'a@example.org', to: [] }, settings), undefined)
  })
