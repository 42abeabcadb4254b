import { atLeast, type Grade } from '@redalert/core'
import type { Row } from '../finding.ts'

/** Whether a row is somebody's machine to see to: known scanners and proxies are none. A mere name is: the lines prove it as well, only its address is not known. */
export function isMachine({ setApart }: Pick<Row, 'setApart'>): boolean {
  return setApart !== 'scanner' && setApart !== 'proxy'
}

/** Whether a row counts for the exit code and `--count`: a machine, at least as sure as asked for, or likely when nothing was. */
export function counts(row: Pick<Row, 'setApart' | 'grade'>, minGrade: Grade = 'likely'): boolean {
  return isMachine(row) && atLeast(row.grade, minGrade)
}
