import { readdir, stat } from 'node:fs/promises'
import nodePath from 'node:path'
import type { ReadFault } from '../read/fault.ts'
import { errorCode, faultOf } from '../read/fault-of.ts'
import { findMissing } from '../read/find-missing.ts'
import { signatureFault, type SignatureFault } from './faults.ts'

/** The names of the files behind what a person named: a folder stands for the .json files that lie in it. */
export async function findFamilies(
  name: string,
  folder: string,
): Promise<readonly string[] | ReadFault | SignatureFault> {
  const path = nodePath.resolve(folder, name)
  try {
    if (!(await stat(path)).isDirectory()) return [name]
    const files = (await readdir(path)).filter(file => file.endsWith('.json')).toSorted()
    if (files.length > 0) return files.map(file => nodePath.join(name, file))
    return signatureFault('no-families', name, `${name} holds no .json file of a family`)
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? findMissing(name, folder) : faultOf(error, name)
  }
}
