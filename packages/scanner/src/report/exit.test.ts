import { equal } from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import type { Grade, SetApart } from '@redalert/core'
import fc from 'fast-check'
import type { Finding, Row } from '../finding.ts'
import { anyRow } from './any-finding.ts'
import { count } from './count.ts'
import { addToOutcome, emptyOutcome, exitCode, type ExitOptions } from './exit.ts'

const [someRow] = fc.sample(anyRow, 1) as [Row]
const row = (grade: Grade, setApart: SetApart | null = null): Finding => ({
  ...someRow,
  grade,
  setApart,
})
const fault: Finding = { kind: 'fault', code: 'vanished', file: 'a.log', message: 'a.log is gone' }
const remark: Finding = { ...fault, kind: 'remark' }
const summary = (unread: number): Finding => {
  return {
    kind: 'summary',
    files: 1,
    lines: 9,
    matched: 0,
    other: 9 - unread,
    unread,
    skipped: 0,
    bytes: 9,
    seconds: 1,
  }
}

const cases: readonly {
  says: string
  findings: readonly Finding[]
  options?: ExitOptions
  code: number
}[] = [
  { says: 'nothing found', findings: [summary(0)], code: 1 },
  { says: 'an infected machine', findings: [row('infected')], code: 0 },
  { says: 'a likely one', findings: [row('likely')], code: 0 },
  { says: 'a probe, which is shown and does not count', findings: [row('probe')], code: 1 },
  {
    says: 'a probe where probes are asked for',
    findings: [row('probe')],
    options: { minGrade: 'probe' },
    code: 0,
  },
  {
    says: 'a likely one where infected is asked for',
    findings: [row('likely')],
    options: { minGrade: 'infected' },
    code: 1,
  },
  { says: 'one of my machines', findings: [row('infected', 'mine')], code: 0 },
  { says: 'a machine known by name', findings: [row('infected', 'name')], code: 0 },
  { says: 'a known scanner', findings: [row('infected', 'scanner')], code: 1 },
  { says: 'a proxy', findings: [row('infected', 'proxy')], code: 1 },
  { says: 'a fault beside a row', findings: [row('infected'), fault], code: 2 },
  { says: 'a remark', findings: [remark], code: 1 },
  { says: 'unread lines', findings: [row('infected'), summary(3)], code: 0 },
  {
    says: 'unread lines, strictly',
    findings: [row('infected'), summary(3)],
    options: { strict: true },
    code: 2,
  },
  { says: 'no unread line, strictly', findings: [summary(0)], options: { strict: true }, code: 1 },
  {
    says: 'nothing found, where that is a success',
    findings: [summary(0)],
    options: { exitZero: true },
    code: 0,
  },
  {
    says: 'a fault, where finding nothing is a success',
    findings: [fault],
    options: { exitZero: true },
    code: 2,
  },
]

for (const { says, findings, options = {}, code } of cases) {
  test(`${says} is exit code ${code}`, () => {
    const outcome = emptyOutcome()
    for (const finding of findings) addToOutcome(outcome, finding, options)
    equal(exitCode(outcome, options), code)
  })
}

test('the count is above 0 exactly when the rows make the exit code 0', async () => {
  for (const { findings, options = {} } of cases) {
    const outcome = emptyOutcome()
    for (const finding of findings) addToOutcome(outcome, finding, options)
    const told = count.write(findings, {
      ...options,
      width: 80,
      colour: false,
      family: () => undefined,
    })
    equal(await text(told), `${outcome.rows}\n`)
  }
})
