import type { Instant } from '@redalert/core'

/** The name of the so-many-th case, as it stands first in every subject: `RA-2026-000123`. */
export function caseName(number: number, opened: Instant): string {
  return `RA-${opened.slice(0, 4)}-${String(number).padStart(6, '0')}`
}
