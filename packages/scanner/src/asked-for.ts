import { atLeast, type Grade } from '@redalert/core'
import type { Row } from './finding.ts'

/** Whether a row is of a family, and as sure, as was asked for. */
export function isAskedFor({
  families = [],
  minGrade,
}: {
  readonly families?: readonly string[]
  readonly minGrade?: Grade | undefined
}): (row: Row) => boolean {
  return ({ family, grade }) =>
    (families.length === 0 || families.includes(family)) && (!minGrade || atLeast(grade, minGrade))
}
