import type { DatabaseSync } from 'node:sqlite'

/** What is told by numbers. */
export const nameKinds = { mark: 1, sensor: 2, submitter: 3, family: 4 } as const
export type NameKind = keyof typeof nameKinds

/** The numbers of names, from 1; a new name gets the next one. For the one connection that writes. */
export type Names = {
  readonly numberOf: (kind: NameKind, name: string) => number
  readonly nameOf: (kind: NameKind, number: number) => string
}

/** Reads all names there are. */
export function openNames(database: DatabaseSync): Names {
  const known = {
    mark: nameTable(),
    sensor: nameTable(),
    submitter: nameTable(),
    family: nameTable(),
  }
  const kinds = Object.keys(nameKinds) as readonly NameKind[]
  for (const kind of kinds) {
    const rows = database.prepare('SELECT id, name FROM names WHERE kind = ?').all(nameKinds[kind])
    for (const row of rows) add(known[kind], Number(row['id']), String(row['name']))
  }
  const insert = database.prepare('INSERT INTO names (kind, id, name) VALUES (?, ?, ?)')
  return {
    numberOf(kind, name) {
      const table = known[kind]
      const found = table.numbers.get(name)
      if (found !== undefined) return found
      const number = table.numbers.size + 1
      insert.run(nameKinds[kind], number, name)
      add(table, number, name)
      return number
    },
    nameOf: (kind, number) => known[kind].names[number] ?? '',
  }
}

type NameTable = { readonly numbers: Map<string, number>; readonly names: string[] }

function nameTable(): NameTable {
  return { numbers: new Map(), names: [] }
}

function add({ numbers, names }: NameTable, number: number, name: string): void {
  numbers.set(name, number)
  names[number] = name
}
