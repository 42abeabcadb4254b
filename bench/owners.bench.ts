import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, loadavg, release, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Address } from '@redalert/core'
import { type AsnResponse, Reader } from 'mmdb-lib'
import { openAsnTable } from '../packages/owners/src/bulk/address-table.ts'
import { bulkFiles } from '../packages/owners/src/bulk/bulk-files.ts'
import { csvCells } from '../packages/owners/src/bulk/csv-cells.ts'
import { flatFrom } from '../packages/owners/src/bulk/flat-sections.ts'
import { loadBulk } from '../packages/owners/src/bulk/load-bulk.ts'
import { findIpv4 } from '../packages/owners/src/ranges/flat-ranges.ts'
import { addressOf } from '../packages/owners/src/ranges/key.ts'
import { openSnapshot } from '../packages/owners/src/ranges/snapshot.ts'
import { type MmdbRow, writeMmdb } from './mmdb.ts'

// Looks addresses up in the public table of announced networks, beside mmdb-lib on the same table, in turns. Times are those
// that the thread computed, unless it says otherwise.

const rounds = 9
const lookUps = 1_000_000
const folder = mkdtempSync(join(tmpdir(), 'redalert-bench-'))
const table = dirname(createRequire(import.meta.url).resolve('@ip-location-db/asn/package.json'))

try {
  await main()
} finally {
  rmSync(folder, { recursive: true })
}

async function main(): Promise<void> {
  const [cpu] = cpus()
  console.log(
    `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${release()}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
  )
  const csv = join(table, 'asn-ipv4-num.csv')
  const load = await timed(async () => {
    for await (const _ of loadBulk([csv, join(table, 'asn-ipv6-num.csv')], folder, {
      now: Date.now,
    }))
      continue
  })
  const path = bulkFiles.asns(folder)
  console.log(`made from two CSV files in ${load.toFixed(0)} ms: ${megabytes(statSync(path).size)}`)

  const rows = readFileSync(csv, 'utf8').trimEnd().split('\n').map(rowOf)
  const mmdb = join(folder, 'asn.mmdb')
  writeFileSync(
    mmdb,
    writeMmdb(
      rows.map((row, at) => ({
        ...row,
        end: Math.min(row.end, (rows[at + 1]?.start ?? 2 ** 32) - 1),
      })),
    ),
  )
  console.log(`the same table as mmdb, IPv4 alone: ${megabytes(statSync(mmdb).size)}`)

  const opens: number[] = []
  const answers: number[] = []
  const others: number[] = []
  for (let round = 0; round < rounds * 5; round++) {
    opens.push(onTheWall(() => openAsnTable(path)))
    answers.push(onTheWall(() => askFirst(path)))
    others.push(onTheWall(() => new Reader(readFileSync(mmdb))))
  }
  report('open, every byte checked, ms on the wall', opens, others)
  report('open and answer once', answers, others)

  const opened = openAsnTable(path)
  const snapshot = openSnapshot(path, 'asns')
  if (!('find' in opened) || snapshot.kind !== 'snapshot')
    throw new Error('the table does not open')
  const flat = flatFrom(snapshot, 'v4', 1)
  const reader = new Reader<AsnResponse>(readFileSync(mmdb))
  const announced = Uint32Array.from({ length: lookUps }, () => {
    const { start = 0, end = 0 } = rows[Math.floor(Math.random() * rows.length)] ?? {}
    return start + Math.floor(Math.random() * (end - start + 1))
  })
  const anywhere = Uint32Array.from({ length: lookUps }, () => Math.random() * 2 ** 32)
  const texts = Array.from(announced, number => addressOf([number]))
  const wrong = texts
    .slice(0, 200_000)
    .filter(text => opened.find(text)?.asn !== reader.get(text)?.autonomous_system_number)
  console.log(`${wrong.length} of 200000 answers differ between the two`)

  const byNumber: number[] = []
  const byAnyNumber: number[] = []
  const byText: number[] = []
  const byReader: number[] = []
  for (let round = 0; round < rounds; round++) {
    byNumber.push(rate(await timed(() => sumNumbers(announced, flat))))
    byAnyNumber.push(rate(await timed(() => sumNumbers(anywhere, flat))))
    byText.push(rate(await timed(() => sumTexts(texts, text => opened.find(text)?.asn))))
    byReader.push(
      rate(await timed(() => sumTexts(texts, text => reader.get(text)?.autonomous_system_number))),
    )
  }
  report('look-ups by number against mmdb by text, million/s', byNumber, byReader)
  report('the same, of addresses anywhere', byAnyNumber, byReader)
  report('look-ups by text, name and all, million/s', byText, byReader)
}

function askFirst(path: string): void {
  const table = openAsnTable(path)
  if ('find' in table) table.find(addressOf([0xc0_00_02_01]))
}

function sumNumbers(numbers: Uint32Array, flat: ReturnType<typeof flatFrom>): number {
  let sum = 0
  // An iterator would cost as much as the look-up.
  for (let at = 0; at < numbers.length; at++)
    sum += flat.values[findIpv4(flat, numbers[at] ?? 0)] ?? 0
  return sum
}

function sumTexts(texts: readonly Address[], find: (text: Address) => number | undefined): number {
  let sum = 0
  for (const text of texts) sum += find(text) ?? 0
  return sum
}

function rowOf(line: string): MmdbRow {
  const [start = '', end = '', asn = '', name = ''] = csvCells(line)
  return { start: Number(start), end: Number(end), asn: Number(asn), name }
}

/** Milliseconds that this thread computed: on a busy machine the time on the wall says how busy it is. */
async function timed(run: () => unknown): Promise<number> {
  const start = process.threadCpuUsage()
  await run()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000
}

/** What is over in a few milliseconds is too short to be counted otherwise: the least of many tells most. */
function onTheWall(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

function rate(milliseconds: number): number {
  return lookUps / milliseconds / 1000
}

/** Two series that were taken in turns: the medians, their spread, and the median of the ratios of each pair. */
function report(label: string, ours: readonly number[], theirs: readonly number[]): void {
  const ratios = ours.map((one, at) => one / (theirs[at] ?? 1))
  console.log(
    `${label}: redalert ${spread(ours)}, mmdb-lib ${spread(theirs)}, ratio ${spread(ratios)}`,
  )
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.round(share * (sorted.length - 1))] ?? 0).toFixed(2)
  return `${at(0.5)} (${at(0)} to ${at(1)})`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
