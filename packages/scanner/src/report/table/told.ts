import type { Answered, Finding, PayloadHost, Row, Summary } from '../../finding.ts'

/** What a scan has said, sorted by what the table shows where. */
export type Told = {
  readonly rows: Row[]
  /** The first ones, and how many there are. */
  readonly answered: Answered[]
  answeredCount: number
  readonly payloadHosts: PayloadHost[]
  /** Faults are told on the standard error as they come. */
  faults: number
  /** A person stopped the scan. */
  stopped: boolean
  /** Unread lines are shown as they come and not kept: there may be millions. */
  unreadShown: number
  summary?: Summary
}

export function emptyTold(): Told {
  return {
    rows: [],
    answered: [],
    answeredCount: 0,
    payloadHosts: [],
    faults: 0,
    stopped: false,
    unreadShown: 0,
  }
}

/** How many answered back doors the table shows. */
const shownAnswered = 5

/** Adds one finding. */
export function tell(told: Told, finding: Finding): void {
  switch (finding.kind) {
    case 'sighting':
      told.rows.push(finding)
      return
    case 'answered':
      told.answeredCount++
      if (told.answered.length < shownAnswered) told.answered.push(finding)
      return
    case 'payload-host':
      told.payloadHosts.push(finding)
      return
    case 'fault':
      told.faults++
      told.stopped ||= finding.code === 'stopped'
      return
    case 'unread':
      told.unreadShown++
      return
    case 'summary':
      told.summary = finding
      return
    case 'redalert':
    case 'remark':
    case 'coverage':
      return
  }
}
