import type { DatabaseSync } from 'node:sqlite'
import { type NameKind, nameKinds } from './names.ts'

/** What numbers mean, for a connection that reads. */
export type NameReader = {
  readonly nameOf: (kind: NameKind, number: number) => string
  readonly numberOf: (kind: NameKind, name: string) => number | undefined
  readonly piece: (number: number) => string
}

const keptPieces = 10_000

/** Looks names up, and remembers them: a number never changes its meaning. */
export function nameReader(database: DatabaseSync): NameReader {
  const byNumber = database.prepare('SELECT name FROM names WHERE kind = ? AND id = ?')
  const byName = database.prepare('SELECT id FROM names WHERE kind = ? AND name = ?')
  const byPiece = database.prepare('SELECT text FROM pieces WHERE id = ?')
  const names = new Map<string, string>()
  const pieces = new Map<number, string>()
  return {
    nameOf(kind, number) {
      const key = `${kind} ${number}`
      const known = names.get(key)
      if (known !== undefined) return known
      const name = String(byNumber.get(nameKinds[kind], number)?.['name'] ?? '')
      names.set(key, name)
      return name
    },
    numberOf(kind, name) {
      const row = byName.get(nameKinds[kind], name)
      return row === undefined ? undefined : Number(row['id'])
    },
    piece(number) {
      const known = pieces.get(number)
      if (known !== undefined) return known
      const text = byPiece.get(number)?.['text'] as Uint8Array | undefined
      if (pieces.size >= keptPieces) pieces.clear()
      const piece = text ? Buffer.from(text).toString('latin1') : ''
      pieces.set(number, piece)
      return piece
    },
  }
}
