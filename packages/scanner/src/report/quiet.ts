import type { Report } from './report.ts'

/** Nothing: the exit code says it. */
export const quiet: Report = {
  showsUnread: false,
  async *write(findings) {
    for await (const _ of findings) yield* []
  },
}
