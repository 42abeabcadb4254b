import type { FileFault } from '../finding.ts'

/** What can keep a report from being written: each code with its one sentence, as `docs/errors.md` shows it. */
export const outputFaults = {
  'disk-full': 'There is no room for the report; the file of that name is as it was before.',
  'cannot-write': 'The report could not be written; the file of that name is as it was before.',
  'not-written':
    'The scan was stopped, and half a report would look like a whole one; the file of that name is as it was before.',
} as const satisfies Record<string, string>

type OutputFaultCode = keyof typeof outputFaults

/** What a failed call of the operating system means to the person who waits for a report. */
export function outputFault(error: unknown, file: string): FileFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return fault('disk-full', file, `no room for ${file}: free some, or write elsewhere`)
    case 'ENOENT':
    case 'ENOTDIR':
      return cannotWrite(file, 'its folder does not exist')
    case 'EISDIR':
      return cannotWrite(file, 'it is a folder')
    case 'EACCES':
    case 'EPERM':
      return cannotWrite(file, 'this user may not')
    case 'EROFS':
      return cannotWrite(file, 'the disk is read-only')
    default:
      return cannotWrite(file, error instanceof Error ? error.message : String(error))
  }
}

/** What to say of a report whose scan was stopped. */
export function notWritten(file: string): FileFault {
  return fault('not-written', file, `${file} was not written: the scan was stopped`)
}

function cannotWrite(file: string, why: string): FileFault {
  return fault('cannot-write', file, `cannot write ${file}: ${why}`)
}

function fault(code: OutputFaultCode, file: string, message: string): FileFault {
  return { kind: 'fault', code, file, message }
}
