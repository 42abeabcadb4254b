import { type Evidence, readEvidence } from '@redalert/core'

/** The port that a request came from, where its log has it. */
export function portOf(evidence: Evidence): number | undefined {
  return readEvidence(evidence.text)?.entry.port
}
