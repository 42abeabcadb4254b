import { fault, type ReadFault } from './fault.ts'

/** Said when a person stopped the reading. */
export function stopped(name: string, at: number): ReadFault {
  return fault('stopped', name, `${name} was read only to byte ${at}: the scan was stopped`)
}
