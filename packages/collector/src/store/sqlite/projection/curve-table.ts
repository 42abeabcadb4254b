import type { DatabaseSync } from 'node:sqlite'
import { murmur3, type Signature, wholeMark } from '@redalert/core'
import { addToSketch, decodeSketch, emptySketch, encodeSketch, type Sketch } from './sketch.ts'

/** The hourly curve, for the one connection that writes. */
export type CurveTable = {
  /** A source of this hash showed a mark of a family in an hour. */
  readonly add: (family: number, hour: number, hash: number) => void
  /** Writes what was added; to be used at the end of a transaction. */
  readonly flush: () => void
}

const remembered = 4096
/** More hours than there are until the year 9999. */
const hoursKept = 1e8

/** Opens the table. */
export function curveTable(database: DatabaseSync): CurveTable {
  const select = database.prepare('SELECT sketch FROM curve WHERE family = ? AND hour = ?')
  const upsert = database.prepare('INSERT OR REPLACE INTO curve VALUES (?, ?, ?)')
  const sketches = new Map<number, { sketch: Sketch; isChanged: boolean }>()
  return {
    add(family, hour, hash) {
      const key = family * hoursKept + hour
      let held = sketches.get(key)
      if (!held) {
        const row = select.get(family, hour)
        const sketch = row ? decodeSketch(row['sketch'] as Uint8Array) : emptySketch()
        held = { sketch, isChanged: false }
        sketches.set(key, held)
      }
      held.sketch = addToSketch(held.sketch, hash)
      held.isChanged = true
    },
    flush() {
      for (const [key, held] of sketches) {
        if (!held.isChanged) continue
        upsert.run(Math.floor(key / hoursKept), key % hoursKept, encodeSketch(held.sketch))
        held.isChanged = false
      }
      if (sketches.size > remembered) sketches.clear()
    },
  }
}

/** The family whose file holds each mark: each stands in one, whoever else shares it. */
export function homesOf(signatures: readonly Signature[]): (mark: string) => string | undefined {
  const homes = new Map(
    signatures.flatMap(({ id, marks }) => Object.keys(marks).map(mark => [mark, id] as const)),
  )
  return mark => homes.get(wholeMark(mark) ?? mark)
}

/** What the curve knows a source by. */
export function curveHash(source: string): number {
  return murmur3(source, 0) * 0x200000 + (murmur3(source, 0x9747b28c) & 0x1fffff)
}
