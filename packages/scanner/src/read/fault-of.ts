import { fault, type ReadFault } from './fault.ts'

/** What a failed call of the operating system means to the person whose file it is. */
export function faultOf(error: unknown, file: string): ReadFault {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fault(
        'vanished',
        file,
        `${file} was there a moment ago and is gone: scan again if it was rotated just now`,
      )
    case 'EACCES':
    case 'EPERM':
      return fault(
        'no-permission',
        file,
        `no permission to read ${file}: ${howToBeAllowed(process.platform)}`,
      )
    case 'EISDIR':
      return fault('not-a-file', file, `${file} has become a folder`)
    case 'EBUSY':
      return fault('cannot-read', file, `${file} is locked by another program: scan a copy of it`)
    default:
      return fault('cannot-read', file, `${file} cannot be read: ${reason(error)}`)
  }
}

/** The short name of a system error, `ENOENT`; empty when it is none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function howToBeAllowed(platform: string): string {
  if (platform === 'win32') return 'open the terminal as administrator'
  return 'scan as root, or as a member of the group that may read logs (adm on Debian)'
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
