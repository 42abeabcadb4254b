import {
  knownLiterals,
  literals,
  rules,
  type Signature,
  signatures as allSignatures,
} from '@redalert/core'
import type { ScanOptions } from './scan-options.ts'
import type { Setting } from './threads/setting.ts'

/** What of a scan's options any thread must know, as data. */
export function settingOf(
  { sensor, context = {}, since, until, raw, unread }: ScanOptions,
  signatures: readonly Signature[],
): Setting {
  const { format, zone, clientFrom } = context
  const sought = signatures === allSignatures ? knownLiterals : literals(rules(signatures))
  return {
    sensor,
    signatures,
    ...(sought && { literals: sought }),
    ...(format && { format: format.header?.template ?? format.name }),
    ...(zone && { zone: zone.name }),
    ...(clientFrom && { clientFrom }),
    ...(since && { since }),
    ...(until && { until }),
    ...(raw && { raw }),
    ...(unread && { unread }),
  }
}
