import { count } from './count.ts'
import { csv } from './csv.ts'
import { json } from './json.ts'
import { only } from './only.ts'
import { quiet } from './quiet.ts'
import type { Report } from './report.ts'
import { table } from './table.ts'

/** The reports by the flag that asks for them; the first one asked for is written, else the table. */
export const reports = { quiet, count, only, json, csv } satisfies Record<string, Report>

/** The report that these options ask for. */
export function chooseReport(options: {
  readonly [Name in keyof typeof reports]?: unknown
}): Report {
  const asked = Object.entries(reports).find(([name]) => options[name as keyof typeof reports])
  return asked?.[1] ?? table
}
