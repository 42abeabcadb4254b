import { type Families, knownFamilies } from '@redalert/core'
import { aside } from '../report/aside.ts'
import { objectedLine } from '../signatures/objected-line.ts'
import type { Io } from './io.ts'

/** The families that a command looks for; undefined, after saying why, when those of a folder are refused. */
export async function familiesOf(
  folder: string | undefined,
  io: Io,
): Promise<Families | undefined> {
  if (folder === undefined) return knownFamilies
  const { loadFamilies } = await import('../signatures/load-families.ts')
  const loaded = await loadFamilies(folder, io.cwd())
  if ('list' in loaded) return loaded
  for (const objected of loaded.objected) io.stderr.write(`${objectedLine(objected)}\n`)
  for (const fault of loaded.faults) io.stderr.write(`${aside(fault)}\n`)
  return undefined
}
