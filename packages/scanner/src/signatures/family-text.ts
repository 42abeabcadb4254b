import { readFile, stat } from 'node:fs/promises'
import nodePath from 'node:path'
import { signatureFault, type SignatureFault } from './faults.ts'
import { errorCode, faultOf } from '../read/fault-of.ts'
import type { ReadFault } from '../read/fault.ts'
import { findMissing } from '../read/find-missing.ts'

/** No family needs as much; a log given by mistake is not read whole. */
const largest = 1024 * 1024

/** The text of a family's file, or why it cannot be had. */
export async function familyText(
  name: string,
  folder: string,
): Promise<{ readonly text: string } | ReadFault | SignatureFault> {
  const path = nodePath.resolve(folder, name)
  try {
    const { size } = await stat(path)
    if (size > largest)
      return signatureFault('not-a-family', name, `${name} is larger than any family's file`)
    return { text: utf8.decode(await readFile(path)) }
  } catch (error) {
    if (error instanceof TypeError)
      return signatureFault('not-a-family', name, `${name} is not in UTF-8, as JSON must be`)
    return errorCode(error) === 'ENOENT' ? findMissing(name, folder) : faultOf(error, name)
  }
}

/** A byte order mark, which JSON must not have, is taken away. */
const utf8 = new TextDecoder('utf-8', { fatal: true })
