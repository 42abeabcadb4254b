import { signatures } from '@redalert/core'
import type { Run } from '../flags/invocation.ts'
import { aside } from '../report/aside.ts'
import { checkedJson, checkedLines } from '../signatures/checked-lines.ts'
import { checkFamilies } from '../signatures/check-families.ts'
import type { Io } from './io.ts'
import { print } from './print.ts'

/** `redalert signatures check`: says what a reviewer would object to, and gives the exit code. */
export async function checkSignatures(
  { options, words }: Run<'signatures'>,
  io: Io,
): Promise<number> {
  const [, ...names] = words
  const checked = await checkFamilies(names, { folder: io.cwd(), known: signatures })
  for (const fault of checked.faults) io.stderr.write(`${aside(fault)}\n`)
  const lines = [...(options.json ? checkedJson(checked) : checkedLines(checked))]
  const failure = await print(lines.map(line => `${line}\n`).join(''), io)
  if (failure !== 0) return failure
  if (checked.faults.length > 0) return 2
  return checked.objected.length > 0 ? 1 : 0
}
