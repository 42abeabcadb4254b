import type { Coverage } from './coverage.ts'
import { cellOfPlain, type PlainCell, plainCell } from './plain-cell.ts'
import { type Submission, submissionVersion } from './submission.ts'

/** A submission as JSON holds it: a text of bytes is written as what it means in UTF-8, else marked. */
export type PlainSubmission = {
  readonly kind: 'submission'
  readonly schema: typeof submissionVersion
  readonly writer: string
  readonly zone: string | null
  readonly cells: readonly PlainCell[]
  readonly coverage: readonly Coverage[]
}

/** The JSON text of a submission. Where the evidence stood stays at home. */
export function writeSubmission({ writer, zone, cells, coverage }: Submission): string {
  const plain: PlainSubmission = {
    kind: 'submission',
    schema: submissionVersion,
    writer,
    zone,
    cells: cells.map(({ sensor, source, mark, hour, clock, evidence, ...seen }) =>
      plainCell({
        sensor,
        source,
        mark,
        hour,
        clock,
        identities: seen.identities,
        first: seen.first,
        last: seen.last,
        evidence: evidence.map(({ at, text }) => ({ at, text })),
        payloadHosts: seen.payloadHosts,
        ownPayload: seen.ownPayload,
      }),
    ),
    coverage: coverage.map(({ sensor, hours, listens, signatures }) => ({
      sensor,
      hours,
      listens,
      signatures,
    })),
  }
  return JSON.stringify(plain)
}

/** The submission that JSON of the right schema holds. */
export function submissionOf({ writer, zone, cells, coverage }: PlainSubmission): Submission {
  return { writer, zone, cells: cells.map(cellOfPlain), coverage }
}
