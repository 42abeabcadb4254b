import { type Families, knownFamilies } from '@redalert/core'
import { openDatabase } from '../open-database.ts'
import { transaction } from '../transaction.ts'
import type { ProjectionTables } from './apply-batch.ts'
import { compactor } from './compactor.ts'
import { coverageTable } from './coverage-table.ts'
import { curveTable, homesOf } from './curve-table.ts'
import { hostTable } from './host-entry.ts'
import { judgedBy, mayDiffer } from './judged-by.ts'
import type { Judging } from './judge-source.ts'
import { openNames } from './names.ts'
import { openPieces } from './pieces.ts'
import { nameReader } from './read-names.ts'
import { rejudge } from './rejudge.ts'
import { openRuns } from './run-list.ts'
import { projectionSchema, projectionVersion } from './schema.ts'
import { verdictsBy } from './verdicts.ts'

const use = { durability: 'normal', cacheMegabytes: 128, logMegabytes: 128 } as const

/** Opens a projection to write it. When other families are known than at the last time that may judge otherwise, every source is judged again. */
export function openTables(file: string, families: Families = knownFamilies): ProjectionTables {
  const { list } = families
  const database = openDatabase(file, use)
  database.exec(projectionSchema)
  const note = database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)')
  const noted = (name: string) =>
    database.prepare('SELECT value FROM meta WHERE name = ?').get(name)?.['value']
  const names = openNames(database)
  const { piece, numberOf } = nameReader(database)
  const homes = homesOf(list)
  const naming = {
    piece,
    mark: (number: number) => names.nameOf('mark', number),
    sensor: (number: number) => names.nameOf('sensor', number),
  }
  const judging: Judging = {
    verdicts: verdictsBy(list),
    naming,
    numberOf: (kind, name) => names.numberOf(kind, name),
  }
  const runs = openRuns(database)
  const tables: ProjectionTables = {
    database,
    names,
    pieces: openPieces(database),
    runs,
    compactor: compactor(database, runs),
    hosts: hostTable(database),
    curve: curveTable(database),
    coverage: coverageTable(database, names),
    judging,
    homeOf: remembered(mark => {
      const home = homes(naming.mark(mark))
      return home === undefined ? undefined : names.numberOf('family', home)
    }),
    piece,
  }
  transaction(database, () => {
    if (noted('version') === undefined) note.run('version', projectionVersion)
    if (noted('projected') === undefined) note.run('projected', 0)
    const [version, brought] = [noted('signatures'), noted('brought')]
    const now = judgedBy(families)
    if (version !== undefined) {
      const before = { version: String(version), brought: JSON.parse(String(brought ?? '[]')) }
      const isShown = (mark: string) => numberOf('mark', mark) !== undefined
      if (mayDiffer(before, now, isShown)) rejudge(tables)
    }
    note.run('signatures', now.version)
    note.run('brought', JSON.stringify(now.brought))
  })
  return tables
}

/** A few numbers are asked for again and again. */
function remembered<Value>(find: (number: number) => Value): (number: number) => Value {
  const known = new Map<number, Value>()
  return number => {
    if (!known.has(number)) known.set(number, find(number))
    return known.get(number) as Value
  }
}
