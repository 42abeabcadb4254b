import type { Grade } from '@redalert/core'
import type { Finding } from '../finding.ts'
import type { OnlyField } from './only-fields.ts'

/** One way to show what a scan says. */
export type Report = {
  /** Whether it shows unread lines; else they are told beside it, on the standard error, as faults and remarks always are. */
  readonly showsUnread: boolean
  /** The text of the report, piece by piece; nothing in it can harm its sink. */
  readonly write: (findings: Findings, options: ReportOptions) => AsyncIterable<string>
}

export type Findings = AsyncIterable<Finding> | Iterable<Finding>

/** How a report is shown; each takes what it needs. */
export type ReportOptions = {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
  /** What is known of a family; undefined when it is an unknown one. */
  readonly family: (id: string) => FamilyNote | undefined
  /** The least sure grade that is shown, where a person named one. */
  readonly minGrade?: Grade | undefined
  /** The field that `--only` lists. */
  readonly only?: OnlyField | undefined
}

/** What people call a family, and what the owner of an infected machine should do. */
export type FamilyNote = {
  readonly name: string
  readonly advice: { readonly clean: string; readonly patch: string }
}
