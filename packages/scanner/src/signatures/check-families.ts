import type { Signature } from '@redalert/core'
import type { FileFault } from '../finding.ts'
import { convinceFiles } from './convince-files.ts'
import type { FamilyFile } from './family-file.ts'
import { familyText } from './family-text.ts'
import { findFamilies } from './find-families.ts'
import type { Objected } from './objected.ts'
import { readFamily } from './read-family.ts'

/** What became of the files that a person named. */
export type Checked = {
  /** Those that have the form of a family, whether or not they convince. */
  readonly files: readonly FamilyFile[]
  readonly objected: readonly Objected[]
  readonly faults: readonly FileFault[]
}

export type CheckOptions = {
  /** The folder that relative names start from. */
  readonly folder: string
  readonly known: readonly Signature[]
}

/** Reads the files of families and objects to what a reviewer would object to. */
export async function checkFamilies(
  names: readonly string[],
  { folder, known }: CheckOptions,
): Promise<Checked> {
  const files: FamilyFile[] = []
  const objected: Objected[] = []
  const faults: FileFault[] = []
  for (const name of names) {
    const found = await findFamilies(name, folder)
    if ('kind' in found) {
      faults.push(found)
      continue
    }
    for (const file of found) {
      const read = await familyText(file, folder)
      if ('kind' in read) {
        faults.push(read)
        continue
      }
      const reading = readFamily(file, read.text)
      if ('file' in reading) files.push(reading.file)
      else objected.push(...reading.objected)
    }
  }
  return { files, objected: [...objected, ...convinceFiles(files, known)], faults }
}
