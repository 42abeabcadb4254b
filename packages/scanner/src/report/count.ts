import { counts } from './counts.ts'
import type { Report } from './report.ts'

/** How many rows count, and nothing else: above 0 exactly when the rows make the exit code 0. */
export const count: Report = {
  showsUnread: false,
  async *write(findings, { minGrade }) {
    let rows = 0
    for await (const finding of findings)
      if (finding.kind === 'sighting' && counts(finding, minGrade)) rows++
    yield `${rows}\n`
  },
}
