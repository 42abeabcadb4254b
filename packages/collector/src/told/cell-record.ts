/**
 * A cell with numbers in place of names: what the names mean stands beside it. The source is not in it, for all cells
 * of a source stand together.
 */
export type CellRecord = {
  /** Hours since 1970. */
  readonly hour: number
  readonly mark: number
  readonly isAssumed: boolean
  readonly sensor: number
  readonly submitter: number
  readonly ownPayload: boolean
  /** Seconds since the hour began. */
  readonly first: number
  readonly last: number
  /** Eight bytes each, ascending. */
  readonly identities: Uint8Array
  readonly evidence: readonly EvidenceRecord[]
  readonly payloadHosts: readonly string[]
}

export type EvidenceRecord = {
  /** Seconds since the hour began. */
  readonly at: number
  /** In turns: the bytes of its own, and the numbers of common pieces. */
  readonly pieces: readonly (Uint8Array | number)[]
}

/** The order in which the cells of one source stand; zero when they are to be merged. */
export function compareRecords(one: CellRecord, other: CellRecord): number {
  return (
    one.hour - other.hour ||
    one.mark - other.mark ||
    Number(one.isAssumed) - Number(other.isAssumed) ||
    one.sensor - other.sensor ||
    one.submitter - other.submitter
  )
}
