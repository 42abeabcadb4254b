import { aside } from './aside.ts'
import type { Report } from './report.ts'
import { answeredLines } from './table/answered.ts'
import { lookOf } from './table/look.ts'
import { payloadHostLines } from './table/payload-hosts.ts'
import { rowSections } from './table/row-sections.ts'
import { summaryLines } from './table/summary.ts'
import { emptyTold, tell } from './table/told.ts'

/** The table for people: what concerns the reader first, then the machines, then what was read. */
export const table: Report = {
  showsUnread: true,
  async *write(findings, options) {
    const told = emptyTold()
    for await (const finding of findings) {
      tell(told, finding)
      if (finding.kind === 'unread') yield `${aside(finding)}\n`
    }
    const look = lookOf(options, told.rows)
    const { yours, others } = rowSections(told.rows, look)
    const sections = [
      ...yours,
      answeredLines(told, look),
      ...others,
      payloadHostLines(told.payloadHosts, look),
      summaryLines(told, look),
    ]
    let isFirst = told.unreadShown === 0
    for (const section of sections) {
      let isBegun = false
      for (const line of section) {
        yield isBegun || isFirst ? `${line}\n` : `\n${line}\n`
        isBegun = true
        isFirst = false
      }
    }
  },
}
