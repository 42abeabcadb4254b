import type { DatabaseSync } from 'node:sqlite'
import { tellersOf, type Row } from './row.ts'
import { type Run, runTable, type RunWriter } from './run.ts'

const chunk = 256

/**
 * Writes the cells of some runs into one, source by source. Gives after each few sources how many cells it went
 * through, so that the work can be spread; no statement stays open between.
 */
export function* mergeRuns(
  database: DatabaseSync,
  runs: readonly Run[],
  target: RunWriter,
): Generator<number, void> {
  const cursors = runs.map(run => rowsOf(database, run))
  const heads = cursors.map(cursor => cursor.next())
  let done = 0
  for (;;) {
    let source: string | undefined
    for (const head of heads) {
      if (!head.done && (source === undefined || head.value.source < source)) {
        source = head.value.source
      }
    }
    if (source === undefined) break
    const rows: Row[] = []
    let cells = 0
    for (const [index, head] of heads.entries()) {
      if (head.done || head.value.source !== source) continue
      rows.push(head.value.row)
      cells += head.value.count
      heads[index] = cursors[index]?.next() ?? { done: true, value: undefined }
    }
    target.append({ source, rows, tellers: rows.flatMap(tellersOf), cells })
    done += cells
    if (done < chunk) continue
    yield done
    done = 0
  }
  yield done
}

type Head = { readonly source: string; readonly row: Row; readonly count: number }

function* rowsOf(database: DatabaseSync, { id }: Run): Generator<Head, undefined> {
  const select = database.prepare(
    `SELECT source, cells, count FROM ${runTable(id)} WHERE source > ? ORDER BY source LIMIT ${chunk}`,
  )
  select.setReturnArrays(true)
  let after: Uint8Array = new Uint8Array()
  for (;;) {
    const rows = select.all(after) as unknown as readonly (readonly [Uint8Array, Row, number])[]
    for (const [source, row, count] of rows) {
      yield {
        source: Buffer.from(source.buffer, source.byteOffset, source.length).toString('latin1'),
        row,
        count,
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < chunk) return undefined
    after = last[0]
  }
}
