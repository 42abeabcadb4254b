import type { Cell, Evidence } from '@redalert/core'
import { fromUtf8 } from './byte-text.ts'
import { plainBytes } from './plain-bytes.ts'

/** A cell as JSON holds it. */
export function plainCell({ evidence, payloadHosts, ownPayload, ...seen }: Cell): object {
  return {
    ...seen,
    evidence: evidence.map(plainEvidence),
    payloadHosts: payloadHosts.map(host => fromUtf8(host) ?? plainBytes('host', host)),
    ownPayload,
  }
}

/** An evidence line as JSON holds it. */
export function plainEvidence({ at, text, file, line }: Evidence): object {
  return {
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    at,
    ...plainBytes('text', text),
  }
}
