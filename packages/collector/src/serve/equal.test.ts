import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { type Instant, writeSubmission } from '@redalert/core'
import { mail } from '../letters/any-mail.ts'
import { readArrival } from '../reading/read-arrival.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { unpackCells } from '../told/unpack-cells.ts'
import { post, startCollector, testFolder, type TestCollector } from './any-collector.ts'
import { sendMail } from './any-smtp.ts'

const root = join(import.meta.dirname, '../../../../fixtures/logs')
const log = ['example/access.log', 'example/access.log.1'].flatMap(name =>
  readFileSync(join(root, name), 'latin1')
    .split('\n')
    .filter(line => line !== ''),
)

type Bring = (collector: TestCollector, lines: readonly string[], turn: number) => Promise<void>

/** Brings a log in one of the ways, always under the name of alice. */
const ways = {
  async http(collector, lines) {
    equal((await post(collector, lines.join('\n'))).status, 202)
  },
  async mail(collector, lines, turn) {
    const head = `X-Turn: ${turn}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit`
    equal(await sendMail(collector.ports.smtp!, mail(head, lines.join('\r\n'))), 250)
  },
  async folder(collector, lines, turn) {
    const folder = join(collector.folder, 'drop', 'alice')
    mkdirSync(folder, { recursive: true })
    const file = join(collector.folder, `x-${turn}`)
    writeFileSync(file, lines.join('\n'))
    utimesSync(file, new Date(0), new Date(0))
    renameSync(file, join(folder, `part-${turn}.log`))
    const taken = join(folder, `part-${turn}.log`)
    for (let wait = 0; wait < 300 && existsSync(taken); wait++) await sleep(100)
    ok(!existsSync(taken), 'the file was not taken')
  },
} as const satisfies Record<string, Bring>

/** Everything that a collector keeps, as text. */
async function keptBy(bring: (collector: TestCollector) => Promise<void>): Promise<string> {
  const folder = testFolder()
  {
    await using collector = await startCollector({ folder })
    await bring(collector)
    await collector.settled()
  }
  using store = sqliteReader(folder)
  return JSON.stringify([[...store.allCells()], [...store.hosts({})]])
}

const expected = await keptBy(collector => ways.http(collector, log))

test('there is something to compare', () => {
  const [cells, hosts] = JSON.parse(expected) as [unknown[], unknown[]]
  ok(cells.length >= 10 && hosts.length >= 4)
})

for (const [name, bring] of Object.entries(ways) as [string, Bring][]) {
  test(`${name}: the same lines are the same cells and hosts, byte for byte`, async () => {
    equal(await keptBy(collector => bring(collector, log, 0)), expected)
  })

  test(`${name}: twice, shuffled, and in halves that overlap, too`, async () => {
    const shuffled = log.toSorted((one, other) => (one.slice(-20) < other.slice(-20) ? -1 : 1))
    const half = Math.floor(log.length / 2)
    const kept = await keptBy(async collector => {
      await bring(collector, log.slice(half - 30), 0)
      await bring(collector, shuffled.toReversed(), 1)
      await bring(collector, log.slice(0, half + 30), 2)
      await bring(collector, log, 3)
      await bring(collector, log, 3)
    })
    equal(kept, expected)
  })
}

test('a submission of the cells that a scan of the lines makes is the same too', async () => {
  const told = await readArrival(
    { shape: 'body', hints: {}, body: Buffer.from(log.join('\n'), 'latin1') },
    { now: '2026-11-25T00:00:00Z' as Instant, profile: 'exercise' },
  )
  const cells = unpackCells(told.cells)
  const submission = writeSubmission({ writer: 'x', zone: null, cells, coverage: told.coverage })
  const kept = await keptBy(async collector => {
    equal((await post(collector, submission)).status, 202)
  })
  deepEqual(JSON.parse(kept), JSON.parse(expected))
})

test('all three ways into one collector are one submission', async () => {
  const kept = await keptBy(async collector => {
    await ways.http(collector, log)
    await ways.mail(collector, log, 1)
    await ways.folder(collector, log, 2)
  })
  equal(kept, expected)
})
