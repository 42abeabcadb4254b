import type { Untrusted } from '@redalert/core'

/** Whether a registry's word for a range means that it was given to one user, who gives no part of it away. */
export function isEndAssignment(status: Untrusted | undefined): boolean {
  const word = status?.trim().toUpperCase() ?? ''
  return ['ASSIGNED', 'REASSIGNED', 'REASSIGNMENT'].some(end => word.startsWith(end))
}
