import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { noticeFaults } from '@redalert/notices'
import { ownerFaults } from '@redalert/owners'
import { unreadReasons } from '@redalert/core'
import { collectorFaults } from '../packages/collector/src/fault.ts'
import { readFaults } from '../packages/scanner/src/read/fault.ts'
import { doctorFaults } from '../packages/scanner/src/doctor/faults.ts'
import { outputFaults } from '../packages/scanner/src/report/output-fault.ts'
import { signatureFaults } from '../packages/scanner/src/signatures/faults.ts'
import { whyFaults } from '../packages/scanner/src/why/faults.ts'
import { root } from '../scripts/root.js'

const faults = {
  ...noticeFaults,
  ...ownerFaults,
  ...readFaults,
  ...outputFaults,
  ...signatureFaults,
  ...whyFaults,
  ...doctorFaults,
  ...collectorFaults,
}
const page = readFileSync(join(root, 'docs', 'errors.md'), 'utf8')
const rows = page.split('\n').filter(line => line.startsWith('| '))
const explained = rows.flatMap(row => /^\| `([a-z-]+)` \| /.exec(row)?.[1] ?? [])

/** Core's codes are a type, which is gone when it runs. */
function coreCodes(): readonly string[] {
  const source = readFileSync(join(root, 'packages/core/src/model/fault.ts'), 'utf8')
  const [, union = ''] = /export type CoreFaultCode =([^/]*)/.exec(source) ?? []
  return [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code!)
}

test('docs/errors.md explains every code, each once, and no other', () => {
  ok(coreCodes().length > 3, 'the codes of core were not found')
  deepEqual(explained.toSorted(), [...Object.keys(faults), ...coreCodes()].toSorted())
})

for (const [code, sentence] of Object.entries(faults)) {
  test(`docs/errors.md says what ${code} is, and what to do`, () => {
    const row = rows.find(each => each.startsWith(`| \`${code}\` | ${sentence} `))
    ok(row !== undefined && row.length > `| \`${code}\` | ${sentence}  |`.length, code)
  })
}

test('docs/errors.md explains every reason why a line is not read', () => {
  for (const reason of Object.values(unreadReasons))
    ok(
      rows.some(row => row.startsWith(`| ${reason} | `)),
      reason,
    )
})
