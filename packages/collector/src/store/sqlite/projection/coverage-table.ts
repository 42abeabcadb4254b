import type { DatabaseSync } from 'node:sqlite'
import { type Coverage, type Instant, secondsOf } from '@redalert/core'
import { byteReader, takeNumber } from '../../../told/byte-reader.ts'
import { byteWriter, putNumber, writtenBytes } from '../../../told/byte-writer.ts'
import type { Names } from './names.ts'

/** What sensors could have seen, for the one connection that writes. Of two counts for an hour the larger holds: who tells again, tells of the whole hour. */
export type CoverageTable = { readonly add: (submitter: number, coverage: Coverage) => void }

const hoursInDay = 24

/** Opens the table. */
export function coverageTable(database: DatabaseSync, names: Names): CoverageTable {
  const select = database.prepare(
    'SELECT lines FROM coverage WHERE submitter = ? AND sensor = ? AND day = ?',
  )
  const upsert = database.prepare('INSERT OR REPLACE INTO coverage VALUES (?, ?, ?, ?)')
  const selectSensor = database.prepare(
    'SELECT listens, signatures FROM sensors WHERE submitter = ? AND sensor = ?',
  )
  const upsertSensor = database.prepare('INSERT OR REPLACE INTO sensors VALUES (?, ?, ?, ?)')
  return {
    add(submitter, coverage) {
      const sensor = names.numberOf('sensor', coverage.sensor)
      for (const [day, lines] of daysOf(coverage)) {
        const row = select.get(submitter, sensor, day)
        const known = row ? decodeDay(row['lines'] as Uint8Array) : []
        const most = lines.map((count, hour) => Math.max(count, known[hour] ?? 0))
        upsert.run(submitter, sensor, day, encodeDay(most))
      }
      const row = selectSensor.get(submitter, sensor)
      const known = row ? (JSON.parse(String(row['listens'])) as readonly string[]) : []
      const listens = [...new Set([...known, ...(coverage.listens ?? [])])].toSorted()
      const signatures = [String(row?.['signatures'] ?? ''), coverage.signatures].toSorted().at(-1)
      upsertSensor.run(submitter, sensor, JSON.stringify(listens), signatures ?? '')
    },
  }
}

function daysOf({ hours }: Coverage): ReadonlyMap<number, readonly number[]> {
  const days = new Map<number, number[]>()
  for (const [hour, count] of Object.entries(hours)) {
    const number = secondsOf(`${hour}:00:00Z` as Instant) / 3600
    const day = Math.floor(number / hoursInDay)
    const lines = days.get(day) ?? Array<number>(hoursInDay).fill(0)
    lines[number % hoursInDay] = count
    days.set(day, lines)
  }
  return days
}

function encodeDay(lines: readonly number[]): Uint8Array {
  const writer = byteWriter(hoursInDay * 2)
  for (const count of lines) putNumber(writer, count)
  return writtenBytes(writer)
}

/** The lines of the 24 hours of a day. */
export function decodeDay(bytes: Uint8Array): readonly number[] {
  const reader = byteReader(bytes)
  return Array.from({ length: hoursInDay }, () => takeNumber(reader))
}
