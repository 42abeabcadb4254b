import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { nearestName } from '@redalert/core'
import { fault, type ReadFault } from './fault.ts'

/** Says that there is no file of a name, and which one may be meant. */
export async function findMissing(name: string, base: string): Promise<ReadFault> {
  let missing = name
  while (true) {
    const folder = dirname(missing)
    const names = await readdir(resolve(base, folder)).catch(() => undefined)
    // What is there and yet not the folder in which the rest would lie is a file.
    if (names?.includes(basename(missing)))
      return fault('no-such-file', name, `no such file: ${name}`)
    if (names)
      return fault(
        'no-such-file',
        name,
        `no such ${missing === name ? 'file' : 'folder'}: ${missing}${advice(missing, names)}`,
      )
    if (folder === missing) return fault('no-such-file', name, `no such file: ${name}`)
    missing = folder
  }
}

function advice(missing: string, names: readonly string[]): string {
  const nearest = nearestName(basename(missing), names)
  return nearest === undefined ? '' : `; did you mean ${join(dirname(missing), nearest)}?`
}
