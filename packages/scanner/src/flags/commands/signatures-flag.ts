import type { Flag } from '../flag.ts'
import { file } from '../values/file.ts'

/** Own families, for every command that looks for families. */
export const signaturesFlag = {
  group: 'Choosing',
  takes: { ...file, shown: 'FOLDER' },
  help: 'also look for the families of this folder',
  more: 'A file of the same id takes the place of a known family. One that does not convince is refused, in the words of `redalert signatures check`.',
} as const satisfies Flag
