import type { DatabaseSync } from 'node:sqlite'
import { byteReader, takeNumber } from '../../../told/byte-reader.ts'
import { byteWriter, putNumber, writtenBytes } from '../../../told/byte-writer.ts'

/** A row of the table of hosts, with numbers in place of names. */
export type HostEntry = {
  /** 0: these marks make no host by themselves, and are kept to be judged with others. */
  readonly family: number
  /** Its place in the list of states. */
  readonly state: number
  /** Its place in the list of grades; 0 where there is no family. */
  readonly grade: number
  /** Seconds since 1970. */
  readonly first: number
  readonly last: number
  readonly marks: readonly ShownMark[]
}

export type ShownMark = { readonly mark: number; readonly ownPayload: boolean }

/** The table of hosts, for the one connection that writes. */
export type HostTable = {
  readonly read: (source: Uint8Array) => readonly HostEntry[]
  readonly extend: (source: Uint8Array, entry: HostEntry) => void
  /** Puts entries in the place of all that a source has. */
  readonly replace: (source: Uint8Array, entries: readonly HostEntry[]) => void
}

/** Opens the table. */
export function hostTable(database: DatabaseSync): HostTable {
  const select = database.prepare(
    'SELECT family, state, grade, first, last, marks FROM hosts WHERE source = ?',
  )
  const update = database.prepare(
    'UPDATE hosts SET first = ?, last = ? WHERE source = ? AND family = ?',
  )
  const remove = database.prepare('DELETE FROM hosts WHERE source = ?')
  const insert = database.prepare('INSERT INTO hosts VALUES (?, ?, ?, ?, ?, ?, ?)')
  select.setReturnArrays(true)
  return {
    read: source => (select.all(source) as unknown as readonly EntryRow[]).map(entryOf),
    extend(source, { family, first, last }) {
      update.run(first, last, source, family)
    },
    replace(source, entries) {
      remove.run(source)
      for (const { family, state, grade, first, last, marks } of entries) {
        insert.run(source, family, state, grade, first, last, encodeMarks(marks))
      }
    },
  }
}

type EntryRow = readonly [number, number, number, number, number, Uint8Array]

function entryOf([family, state, grade, first, last, marks]: EntryRow): HostEntry {
  return { family, state, grade, first, last, marks: decodeMarks(marks) }
}

/** Marks as bytes, each as its number twice, and one more with its own payload. */
export function encodeMarks(marks: readonly ShownMark[]): Uint8Array {
  const writer = byteWriter(32)
  for (const { mark, ownPayload } of marks) putNumber(writer, mark * 2 + (ownPayload ? 1 : 0))
  return writtenBytes(writer)
}

/** The inverse of {@link encodeMarks}. */
export function decodeMarks(bytes: Uint8Array): readonly ShownMark[] {
  const reader = byteReader(bytes)
  const marks: ShownMark[] = []
  while (reader.at < bytes.length) {
    const told = takeNumber(reader)
    marks.push({ mark: told >>> 1, ownPayload: (told & 1) === 1 })
  }
  return marks
}
