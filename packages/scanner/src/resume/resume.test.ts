import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { folderOf, program, redalert } from '../cli/program.ts'
import { backDoor, codeRed, visitor } from '../cli/sample-lines.ts'
import type { Finding } from '../finding.ts'
import { findLogs } from '../read/find-logs.ts'
import { scan } from '../scan.ts'
import { type Journal, openJournal } from './journal.ts'

const answered = backDoor.replace(' 404 ', ' 200 ')
const part = (host: number) =>
  `${codeRed(`192.0.2.${host}`)}${visitor.repeat(30)}${answered}nobody reads this\n`
const folder = folderOf({
  'a.log': Array.from({ length: 8 }, (_, at) => part(at + 1)).join(''),
  'b.log': part(100),
  'c.log': part(101),
})
const path = join(folder, 'scan.state')

function journal(identity: unknown = 'one'): Journal {
  const opened = openJournal('scan.state', path, identity)
  ok(!('wrong' in opened))
  return opened
}

/** All that a scan says, or what it says before it has said so many things. */
async function said(given?: Journal, most = Infinity): Promise<readonly Finding[]> {
  const found = await findLogs(['a.log', 'b.log', 'c.log'], { folder })
  const findings: Finding[] = []
  const options = { sensor: 'www', clock: () => 0, unread: true, sliceSize: 2048 }
  for await (const finding of scan(found, { ...options, ...(given && { journal: given }) })) {
    findings.push(finding)
    if (findings.length >= most) break
  }
  return findings
}

const withoutRemark = (findings: readonly Finding[]) =>
  findings.filter(finding => finding.kind !== 'remark' || finding.code !== 'resumed')

function resumed(findings: readonly Finding[]): number {
  const told = findings.find(each => each.kind === 'remark' && each.code === 'resumed')
  return told?.kind === 'remark' ? Number.parseInt(told.message, 10) : 0
}

test('a scan that is interrupted anywhere and resumed says what one that was not says', async () => {
  const whole = await said()
  ok(whole.length > 20)
  for (let most = 1; most < whole.length; most++) {
    rmSync(path, { force: true })
    const first = journal()
    await said(first, most)
    first.close()
    const second = journal()
    deepEqual(withoutRemark(await said(second)), whole, `interrupted after ${most}`)
    second.close()
  }
})

test('what was done before is not read again, and how much that is is told', async () => {
  rmSync(path, { force: true })
  // A time that can be set again exactly.
  utimesSync(join(folder, 'b.log'), 995_551_735, 995_551_735)
  const first = journal()
  const whole = await said(first)
  equal(resumed(whole), 0)
  first.close()
  const second = journal()
  const again = await said(second)
  second.close()
  const parts = Math.ceil(statSync(join(folder, 'a.log')).size / 2048)
  ok(parts > 4)
  match(
    JSON.stringify(again),
    new RegExp(
      `${resumed(again)} of ${resumed(again)} parts of the logs were read before: scan.state holds`,
    ),
  )
  ok(resumed(again) > parts)
  // What the journal holds is believed: the file on disk is not opened again.
  const kept = readFileSync(join(folder, 'b.log'))
  writeFileSync(
    join(folder, 'b.log'),
    kept.toString('latin1').replaceAll('default.ida', 'default.idx'),
  )
  utimesSync(join(folder, 'b.log'), 995_551_735, 995_551_735)
  const third = journal()
  deepEqual(withoutRemark(await said(third)), withoutRemark(whole))
  third.remove()
  writeFileSync(join(folder, 'b.log'), kept)
})

test('a log that changed is read again', async () => {
  rmSync(path, { force: true })
  const first = journal()
  await said(first)
  first.close()
  appendFileSync(join(folder, 'c.log'), codeRed('192.0.2.200'))
  const second = journal()
  const again = await said(second)
  second.remove()
  equal(existsSync(path), false)
  deepEqual(withoutRemark(again), await said())
  ok(again.some(each => each.kind === 'sighting' && each.source === '192.0.2.200'))
  ok(resumed(again) > 0)
})

test('a journal that was cut or damaged anywhere counts as far as it is whole', async () => {
  rmSync(path, { force: true })
  const first = journal()
  const whole = await said(first)
  first.close()
  const bytes = readFileSync(path)
  let least = Infinity
  for (let at = 60; at < bytes.length; at += 1777) {
    writeFileSync(path, bytes)
    truncateSync(path, at)
    const cut = journal()
    const again = await said(cut)
    cut.close()
    deepEqual(withoutRemark(again), whole, `cut at ${at}`)
    least = Math.min(least, resumed(again))
    const damaged = Buffer.from(bytes)
    damaged[at] = (damaged[at] ?? 0) ^ 0x55
    writeFileSync(path, damaged)
    const torn = journal()
    deepEqual(withoutRemark(await said(torn)), whole, `damaged at ${at}`)
    torn.close()
  }
  equal(least, 0)
})

test('the journal of another scan, and any other file, is refused and stays as it is', async () => {
  rmSync(path, { force: true })
  const first = journal()
  await said(first)
  first.close()
  const bytes = readFileSync(path)
  const other = openJournal('scan.state', path, 'two')
  ok('wrong' in other)
  match(other.wrong, /^scan\.state belongs to another scan/)
  deepEqual(readFileSync(path), bytes)
  const log = openJournal('b.log', join(folder, 'b.log'), 'one')
  ok('wrong' in log)
  match(log.wrong, /is not what --resume writes/)
  match(readFileSync(join(folder, 'b.log'), 'latin1'), /^192\.0\.2\.100 /)
  rmSync(path)
})

test('a journal that cannot be written on is told once, and the scan goes on', async () => {
  rmSync(path, { force: true })
  const gone = journal()
  gone.close()
  const findings = await said(gone)
  equal(findings.filter(each => each.kind === 'remark' && each.code === 'not-noted').length, 1)
  deepEqual(
    findings.filter(each => each.kind !== 'remark'),
    (await said()).filter(each => each.kind !== 'remark'),
  )
})

test('the real program goes on where it was killed', async () => {
  const logs = folderOf({
    'big.log': Array.from(
      { length: 400 },
      (_, at) => visitor.repeat(2000) + codeRed(`198.51.${at >> 8}.${at & 255}`),
    ).join(''),
    'small.log': part(9),
  })
  const words = ['scan', '--json', '--threads', '1', 'small.log', 'big.log']
  const plain = redalert(logs, words)
  const child = spawn(process.execPath, [...program, ...words, '--resume', 'scan.state'], {
    cwd: logs,
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const state = join(logs, 'scan.state')
  while (child.exitCode === null && (!existsSync(state) || statSync(state).size < 1000))
    await setTimeout(2)
  child.kill('SIGKILL')
  await ended
  const again = redalert(logs, [...words, '--resume', 'scan.state'])
  const without = (out: string) =>
    out
      .split('\n')
      .filter(each => !each.includes('"resumed"'))
      .join('\n')
      .replace(/"seconds":[\d.]+/, '')
  equal(without(again.out), without(plain.out))
  equal(existsSync(state), false)
})
