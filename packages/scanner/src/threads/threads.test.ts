import { deepEqual, equal, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { signatures } from '@redalert/core'
import { backDoor, codeRed, codeRedTarget, visitor } from '../cli/sample-lines.ts'
import { folderOf } from '../cli/program.ts'
import type { Finding } from '../finding.ts'
import { findLogs } from '../read/find-logs.ts'
import { scan } from '../scan.ts'
import type { ScanOptions } from '../scan-options.ts'
import { jobOf, runTask } from './run-task.ts'
import { nextTask, newBoard } from './board.ts'
import { runTasks } from './crew.ts'
import { plan } from './plan.ts'

const w3c = (client: string) =>
  `2001-07-19 14:08:55 ${client} GET ${codeRedTarget.replace('?', ' ')}\n`

function lines(count: number): string {
  const parts: string[] = []
  for (let at = 0; at < count; at++) {
    const client = `192.0.2.${at % 250}`
    parts.push(at % 7 === 0 ? codeRed(client) : at % 11 === 0 ? backDoor : visitor)
    if (at % 97 === 0) parts.push('nobody reads this\n', '\n', ' '.repeat(at * 3), '\n')
  }
  return parts.map(line => (line.endsWith('\n') ? line : `${line}\n`)).join('')
}

const header = '#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query\n'
const other = '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip\n'
const swapped = w3c('192.0.2.8').replace(/(\S+ \S+) (\S+) (.*)\n/, '$1 $3 $2\n')

const folder = folderOf({
  'access.log': `${lines(3000)}last line without an end`,
  'long.log': `${visitor.trimEnd()}\n${'x'.repeat(300_000)}\n${lines(200)}`,
  'one.log': 'y'.repeat(150_000),
  'old.log.gz': gzipSync(lines(2000)),
  'u_ex.log': `#Software: x\n${header}${w3c('192.0.2.9').repeat(400)}${other}${swapped.repeat(400)}`,
  'late.log': `${lines(300)}${header}${w3c('192.0.2.9').repeat(200)}`,
})
const files = ['access.log', 'long.log', 'one.log', 'old.log.gz', 'u_ex.log', 'late.log']
const logs = await findLogs(files.map(name => join(folder, name)))

async function told(options: Partial<ScanOptions>): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const all = { sensor: 'www', clock: () => 0, unread: true, ...options }
  for await (const finding of scan(logs, all)) findings.push(finding)
  return findings
}

const whole = await told({})

test('a scan says the same, however many threads read however small slices', async () => {
  ok(whole.some(({ kind }) => kind === 'answered') && whole.some(({ kind }) => kind === 'unread'))
  for (const [threads, sliceSize] of [
    [1, 4096],
    [1, 100_000],
    [2, 30_000],
    [8, 65_537],
  ] as const) {
    deepEqual(await told({ threads, sliceSize }), whole, `${threads} threads, ${sliceSize} bytes`)
  }
})

test('a worm line on the border of two slices is read once, wherever the border lies', async () => {
  const line = codeRed('192.0.2.7').trimEnd()
  const text = `${visitor.trimEnd()}\n${line}\n${visitor.trimEnd()}\n`
  const file = join(folder, 'border.log')
  writeFileSync(file, text)
  const found = await findLogs([file])
  for (let sliceSize = 1; sliceSize < text.length; sliceSize += 7) {
    const findings: Finding[] = []
    for await (const finding of scan(found, { sensor: 'www', clock: () => 0, sliceSize })) {
      findings.push(finding)
    }
    const summary = findings.at(-1)
    ok(summary?.kind === 'summary')
    deepEqual([summary.lines, summary.matched, summary.bytes], [3, 1, text.length], `${sliceSize}`)
  }
})

test('a stopped scan says what was not read', async () => {
  const stop = new AbortController()
  stop.abort()
  const findings = await told({ threads: 2, sliceSize: 30_000, signal: stop.signal })
  const faults = findings.filter(({ kind }) => kind === 'fault')
  deepEqual(
    faults.map(fault => 'message' in fault && fault.message),
    ['6 more logs were not read: the scan was stopped'],
  )
})

test('what a worker that dies has begun is done by another thread', async () => {
  const setting = { sensor: 'www', signatures }
  const tasks = await plan(
    logs.filter(each => each.kind === 'log'),
    { threads: 2, sliceSize: 50_000 },
  )
  const job = jobOf(setting)
  // The worker is given a family that it cannot make rules of, and dies at its start or in its work.
  const broken = { ...job, setting: { ...setting, signatures: [{}] as never } }
  let lines = 0
  for await (const outcome of runTasks(tasks, broken, { threads: 3 })) {
    if (outcome.kind === 'done') lines += outcome.done.tally.counts.lines
  }
  let expected = 0
  for (const task of tasks) expected += (await runTask(task, job)).tally.counts.lines
  equal(lines, expected)
})

test('no thread runs far ahead of what was taken away', () => {
  const tasks = Array.from({ length: 1000 }, () => ({ log: logs[0] as never }))
  const board = newBoard(tasks.length)
  let taken = 0
  while (nextTask(board, tasks, 1) !== undefined) taken++
  equal(taken, 32)
})
