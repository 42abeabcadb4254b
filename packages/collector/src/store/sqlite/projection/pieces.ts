import type { DatabaseSync } from 'node:sqlite'
import { murmur3 } from '@redalert/core'

/** The numbers of pieces that many lines hold. A piece that is met for the second time gets one; until then it is told in full. */
export type Pieces = { readonly numberOf: (text: string) => number | undefined }

const remembered = 100_000

/** For the one connection that writes. */
export function openPieces(database: DatabaseSync): Pieces {
  const select = database.prepare('SELECT id, text FROM pieces WHERE hash = ?')
  const insert = database.prepare('INSERT INTO pieces (hash, text) VALUES (?, ?)')
  const known = new Map<string, number | 'once'>()

  const stored = (text: string, hash: number): number | undefined => {
    for (const row of select.all(hash)) {
      if (Buffer.from(row['text'] as Uint8Array).toString('latin1') === text)
        return Number(row['id'])
    }
    return undefined
  }
  return {
    numberOf(text) {
      const met = known.get(text)
      if (typeof met === 'number') return met
      if (known.size >= remembered) known.clear()
      const hash = hashOf(text)
      const number =
        met === 'once'
          ? Number(insert.run(hash, Buffer.from(text, 'latin1')).lastInsertRowid)
          : stored(text, hash)
      known.set(text, number ?? 'once')
      return number
    },
  }
}

function hashOf(text: string): number {
  return murmur3(text, 0) * 0x100000 + (murmur3(text, 0x9747b28c) & 0xfffff)
}
