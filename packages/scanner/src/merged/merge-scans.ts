import {
  type Grade,
  type Signature,
  signatures as allSignatures,
  signaturesVersion as allVersion,
} from '@redalert/core'
import { isAskedFor } from '../asked-for.ts'
import type { Finding, Heading } from '../finding.ts'
import { fault, remark } from '../read/fault.ts'
import type { Found } from '../read/found.ts'
import type { ReadOptions } from '../read/read-log.ts'
import { type Apart, judgeRows, payloadHostsOf } from '../rows.ts'
import { addScan } from './add-scan.ts'
import { emptyMerged, type Merged } from './merged.ts'
import { readScans, type WrittenScan } from './read-scans.ts'

/** How scans are put together; see `ScanOptions`. */
export type MergeOptions = ReadOptions & {
  readonly signatures?: readonly Signature[]
  readonly signaturesVersion?: string
  readonly families?: readonly string[]
  readonly minGrade?: Grade | undefined
} & Apart

/**
 * Puts together what scans on several machines wrote with `--json`, and judges it over everything, as if one scan had read
 * all of their logs. A scan that is there twice counts once; of scans that read the same logs only their lines are counted
 * twice, never their requests.
 */
export async function* mergeScans(
  found: readonly Found[],
  options: MergeOptions,
): AsyncGenerator<Finding, void> {
  const { signatures = allSignatures, signaturesVersion = allVersion } = options
  const merged = emptyMerged()
  const told: Finding[] = found.filter(each => each.kind !== 'log')
  const met = new Map<string, string>()
  for (const log of found) {
    if (log.kind !== 'log') continue
    for await (const scan of readScans(log, options)) {
      if (scan.kind !== 'scan') {
        told.push(scan)
        continue
      }
      const before = met.get(scan.digest)
      met.set(scan.digest, before ?? log.name)
      if (before === undefined)
        told.push(
          ...addScan(merged, scan),
          ...objections(scan, { log: log.name, signaturesVersion }),
        )
      else
        told.push(
          remark(
            'same-scan',
            log.name,
            `${log.name} holds the same scan as ${before}: it counts once`,
          ),
        )
    }
  }
  yield headingOf(merged, signaturesVersion)
  yield* told
  if (merged.zones.size > 1) yield severalZones(merged.zones)
  const rows = judgeRows(merged.tally, signatures, { ...options, said: merged.setApart })
  const asked = rows.filter(isAskedFor(options))
  yield* asked
  yield* payloadHostsOf(asked)
  for (const coverage of merged.coverage.values()) yield { kind: 'coverage', ...coverage }
  const { counts, span } = merged.tally
  yield { kind: 'summary', ...counts, seconds: Math.round(merged.seconds * 1000) / 1000, ...span }
}

/** What is to be known of a scan beside what it says. */
function* objections(
  { heading, isWhole }: WrittenScan,
  { log, signaturesVersion }: { readonly log: string; readonly signaturesVersion: string },
): Generator<Finding, void> {
  if (!isWhole) {
    const message = `${log} ends before the summary of its scan: what stands in it counts, and the rest of its logs is missing`
    yield fault('cut-scan', log, message)
  }
  if (heading.signatures !== signaturesVersion) {
    const message = `${log} was scanned for other families (${heading.signatures}) than are judged here (${signaturesVersion}): what only these know was not looked for`
    yield remark('other-families', log, message)
  }
}

function headingOf({ coverage, zones }: Merged, signatures: string): Heading {
  const [zone = null] = zones.size === 1 ? zones : []
  const sensor = [...coverage.keys()].toSorted().join(', ')
  return { kind: 'redalert', schema: 1, sensor, zone, signatures }
}

function severalZones(zones: ReadonlySet<string | null>): Finding {
  const names = [...zones].map(zone => zone ?? 'none').toSorted()
  return remark(
    'several-zones',
    '',
    `the scans read local times in several zones (${names.join(', ')}): to submit them, submit each by itself`,
  )
}
