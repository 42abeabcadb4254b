import { surest } from '@redalert/core'
import { amount } from '../report/amount.ts'
import { safeJson } from '../report/safe-json.ts'
import { say, terminalText, type TerminalText } from '../report/terminal.ts'
import type { Checked } from './check-families.ts'
import type { FamilyFile } from './family-file.ts'
import { objectedLine } from './objected-line.ts'

/** What is said of checked files: each objection, then each file that convinces. */
export function* checkedLines({ files, objected }: Checked): Generator<TerminalText, void> {
  for (const each of objected) yield objectedLine(each)
  for (const file of convincing(files, objected)) yield convinces(file)
}

/** The same as JSON lines. */
export function* checkedJson({ files, objected, faults }: Checked): Generator<string, void> {
  for (const fault of faults) yield safeJson(fault)
  for (const each of objected) yield safeJson({ kind: 'objection', ...each })
  for (const { name, signature } of files) {
    const convinces = !objected.some(({ file }) => file === name)
    yield safeJson({ kind: 'family', file: name, id: signature.id, convinces })
  }
}

function convincing(
  files: readonly FamilyFile[],
  objected: Checked['objected'],
): readonly FamilyFile[] {
  return files.filter(({ name }) => !objected.some(({ file }) => file === name))
}

function convinces({ name, signature }: FamilyFile): TerminalText {
  const { id, marks } = signature
  const rules = Object.values(marks)
  const samples = rules.reduce(
    (sum, { samples: { positive, negative } }) => sum + positive.length + negative.length,
    0,
  )
  const counted = say`${amount(rules.length, 'mark')}, ${amount(samples, 'sample')}`
  return say`${terminalText(name)}: ${terminalText(id)} convinces: ${counted}; at most it shows ${terminalText(surest(signature))}`
}
