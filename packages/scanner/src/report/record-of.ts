import type { Untrusted } from '@redalert/core'

/** The line of a log in an evidence text; above it stand the header lines without which it cannot be read. */
export function recordOf(evidence: Untrusted): Untrusted {
  return evidence.slice(evidence.lastIndexOf('\n') + 1)
}
