import type { FileFault, FileRemark } from '../finding.ts'

/** What can keep a log, or a part of it, from being read: each code with its one sentence, as `docs/errors.md` shows it. */
export const readFaults = {
  'no-such-file':
    'There is no file or folder of that name; the nearest name in that place is offered.',
  'no-match': 'No file fits the pattern.',
  'no-logs': 'The folder holds no file that could be a log.',
  'no-permission': 'The operating system does not let this user read the file or folder.',
  'not-a-file':
    'The name belongs to something that has no lines to read, such as a socket or a disk.',
  'not-a-log':
    'The content is binary (a picture, a program, a database), so no line of it was read.',
  packed:
    'The file is packed in a way that redalert does not unpack; the sentence says which command does.',
  'no-zstd': 'This version of Node cannot read zstd.',
  truncated:
    'A packed file ends early, as after an interrupted copy; all that stands before the break was read.',
  corrupt: 'A packed file is damaged; what could be unpacked before the damage was read.',
  shrank:
    'The file became shorter while it was read, as when it is rotated by copying; what was read counts.',
  vanished:
    'The file was there when it was looked for and gone when it was opened, as when it is rotated just then.',
  'cannot-read':
    'The operating system failed to read the file, as on a broken disk or a lost network drive.',
  stopped: 'Reading was stopped before the end; what was read until then counts.',
  'no-scan':
    'A line of the file is not what `redalert scan --json` writes; with `--merge`, all files must hold that.',
  'cut-scan':
    'The text of a scan ends before its summary, as when the scan was killed or its file was cut; what stands in it counts.',
  'same-scan': 'The text of a scan was named twice, also as a copy, and counts once.',
  'other-families':
    'A scan that is put together with others looked for other families than the ones judged with.',
  'several-zones':
    'Scans that are put together read local times in different zones, so that their evidence cannot be submitted as one.',
  resumed:
    'Parts of the logs were read before this scan was interrupted, and were taken from the file that `--resume` names.',
  'not-noted':
    'The file that `--resume` names could not be written on; what was read counts, but would be read again.',
  'same-file': 'The file or folder was named twice, also through a link, and is read once.',
  'other-time':
    'The names of some files, or when they were last changed, show that they hold nothing of the time asked for; they were not opened.',
  'month-first':
    'The file writes dates like 7/8/2001, which may mean two days; they were read month first, as Windows writes them in English.',
  empty: 'The file holds no bytes.',
  hole: 'A run of NUL bytes at the start of the file was left out: its server wrote on after it was emptied.',
  'trailing-bytes':
    'Behind the packed content stand bytes that are not packed content; they were left out.',
} as const satisfies Record<string, string>

export type ReadFaultCode = keyof typeof readFaults

/** Something that could not be read or not to its end: a person must see it, and the exit code says so. */
export type ReadFault = FileFault & { readonly code: ReadFaultCode }

/** Something worth saying that costs no line of a log. */
export type ReadRemark = FileRemark & { readonly code: ReadFaultCode }

export function fault(code: ReadFaultCode, file: string, message: string): ReadFault {
  return { kind: 'fault', code, file, message }
}

export function remark(code: ReadFaultCode, file: string, message: string): ReadRemark {
  return { kind: 'remark', code, file, message }
}
