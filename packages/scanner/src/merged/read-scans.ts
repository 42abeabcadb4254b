import { createHash } from 'node:crypto'
import type { FileFault, FileRemark, Finding, Heading } from '../finding.ts'
import { fault } from '../read/fault.ts'
import type { FoundLog } from '../read/found.ts'
import type { Piece } from '../read/piece.ts'
import { readLog, type ReadOptions } from '../read/read-log.ts'
import { readJson } from '../report/read-json.ts'
import { textLines } from '../report/scan-text.ts'

/** All that one scan wrote. */
export type WrittenScan = {
  readonly kind: 'scan'
  readonly heading: Heading
  readonly findings: readonly Exclude<Finding, Heading>[]
  /** Its summary stands there. */
  readonly isWhole: boolean
  /** Tells its text from any other. */
  readonly digest: string
}

/** Reads the scans that stand in a file one behind the other. A line that is none of a scan is a fault, and the rest counts. */
export async function* readScans(
  log: FoundLog,
  options: ReadOptions,
): AsyncGenerator<WrittenScan | FileFault | FileRemark, void> {
  const { name } = log
  const faults: (FileFault | FileRemark)[] = []
  let scan: Begun | undefined
  let number = 0
  let wrong = 0
  for await (const line of textLines(bytesOf(readLog(log, options), faults))) {
    number++
    if (line.trim() === '') continue
    const reading = readJson(line, number)
    if ('wrong' in reading) {
      if (wrong++ === 0) yield fault('no-scan', name, `${name}: ${reading.wrong}`)
      if (!scan) break
    } else if (reading.finding.kind === 'redalert') {
      if (scan) yield ended(scan)
      scan = begun(reading.finding, line)
    } else if (scan) {
      scan.findings.push(reading.finding)
      scan.hash.update(`${line}\n`)
    } else {
      yield fault('no-scan', name, `${name}: line ${number} stands before the heading of a scan`)
      break
    }
  }
  if (scan) yield ended(scan)
  if (wrong > 1) yield fault('no-scan', name, `${name}: ${othersWrong(wrong - 1)}`)
  yield* faults
}

function othersWrong(count: number): string {
  return count === 1
    ? '1 more line is no line of a scan and does not count'
    : `${count} more lines are no lines of a scan and do not count`
}

type Begun = {
  readonly heading: Heading
  readonly findings: Exclude<Finding, Heading>[]
  readonly hash: ReturnType<typeof createHash>
}

function begun(heading: Heading, line: string): Begun {
  return { heading, findings: [], hash: createHash('sha256').update(`${line}\n`) }
}

function ended({ heading, findings, hash }: Begun): WrittenScan {
  const isWhole = findings.some(({ kind }) => kind === 'summary')
  return { kind: 'scan', heading, findings, isWhole, digest: hash.digest('hex') }
}

/** The bytes of a file; what else is to be said of it is kept for later. */
async function* bytesOf(
  pieces: AsyncIterable<Piece>,
  faults: (FileFault | FileRemark)[],
): AsyncGenerator<Uint8Array, void> {
  for await (const piece of pieces) {
    if (piece.kind === 'bytes') yield piece.bytes
    else faults.push(piece)
  }
}
