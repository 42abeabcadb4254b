import type { FileFault, FileRemark, UnreadLine } from '../finding.ts'
import { amount } from '../report/amount.ts'
import { aside } from '../report/aside.ts'
import type { Io } from './io.ts'

/** Tells on the standard error what is not told by the report. */
export type Asides = {
  readonly tell: (finding: FileFault | FileRemark | UnreadLine) => void
  /** Tells how many remarks were kept back. */
  readonly end: () => void
}

/** A folder of pictures would else bury everything else. */
const mostRemarks = 10

/** Every fault and unread line is told as it comes, of the remarks the first ones. */
export function asides({ stderr }: Io): Asides {
  let remarks = 0
  return {
    tell(finding) {
      if (finding.kind === 'remark' && ++remarks > mostRemarks) return
      stderr.write(`${aside(finding)}\n`)
    },
    end() {
      const more = remarks - mostRemarks
      if (more > 0)
        stderr.write(`redalert: note: ${amount(more, 'more note')}: --json holds them\n`)
    },
  }
}
