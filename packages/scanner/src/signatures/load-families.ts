import { createHash } from 'node:crypto'
import { type Families, knownFamilies } from '@redalert/core'
import type { FileFault } from '../finding.ts'
import { checkFamilies } from './check-families.ts'
import { withFamilies } from './convince-files.ts'
import type { FamilyFile } from './family-file.ts'
import { signatureFault } from './faults.ts'
import type { Objected } from './objected.ts'

/** The families, or why those of a folder are refused. */
export type Loaded =
  | Families
  | { readonly faults: readonly FileFault[]; readonly objected: readonly Objected[] }

/** The families that redalert knows with those of a folder, which come to them or take the place of one with the same id. */
export async function loadFamilies(families: string, folder: string): Promise<Loaded> {
  const { list: known, version } = knownFamilies
  const { files, objected, faults } = await checkFamilies([families], { folder, known })
  if (faults.length > 0) return { faults, objected }
  if (objected.length > 0) {
    const message = `${families} is not used: its families must convince first`
    return { faults: [signatureFault('unconvincing', families, message)], objected }
  }
  return { list: withFamilies(known, files), version: `${version}+${digestOf(files)}` }
}

const digits = 8

/** Tells one set of own families from another, whatever their files are called. */
function digestOf(files: readonly FamilyFile[]): string {
  const hash = createHash('sha256')
  for (const { signature } of files.toSorted((one, other) =>
    one.signature.id < other.signature.id ? -1 : 1,
  ))
    hash.update(`${JSON.stringify(signature)}\n`)
  return hash.digest('hex').slice(0, digits)
}
