import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type CollectorProcess, startProcess } from './collector-process.ts'
import { stagedCollector } from './staged-collector.ts'

const tracing = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
const skip = tracing ? false : 'strace is missing, or may not trace here'
const [oneByOne, atOnce] = [10, 200]

test(
  'what came at once is flushed to the disk at once, and acknowledged behind that',
  { skip },
  async () => {
    const { folder, program } = await stagedCollector()
    const trace = join(folder, 'trace')
    const calls = 'trace=fsync,fdatasync,pwrite64,write,writev'
    const strace = ['strace', '-f', '--seccomp-bpf', '-y', '-s', '16', '-e', calls, '-o', trace]
    const collector = await startProcess(program, join(folder, 'traced'), strace)
    for (let number = 0; number < oneByOne; number++) equal(await post(collector, number), 202)
    const rest = Array.from({ length: atOnce }, (_, at) => post(collector, oneByOne + at))
    deepEqual(new Set(await Promise.all(rest)), new Set([202]))
    process.kill(childOf(collector.process.pid!), 'SIGTERM')
    await collector.ended

    const events = readFileSync(trace, 'latin1').split('\n').map(eventOf)
    const first = events.indexOf('acknowledged')
    const last = events.lastIndexOf('acknowledged')
    const serving = events.slice(events.lastIndexOf('written', first), last + 1)
    equal(serving.filter(event => event === 'acknowledged').length, oneByOne + atOnce)
    let isSafe = false
    for (const event of serving) {
      if (event === 'written') isSafe = false
      if (event === 'flushed') isSafe = true
      if (event === 'acknowledged') ok(isSafe, 'acknowledged before it was on the disk')
    }
    const flushes = serving.filter(event => event === 'flushed').length
    ok(flushes >= oneByOne, `${flushes} flushes`)
    ok(flushes < oneByOne + atOnce / 2, `${flushes} flushes for ${oneByOne + atOnce} arrivals`)
  },
)

type Event = 'written' | 'flushed' | 'acknowledged' | undefined

/** What a line of the trace means for the record. A flush counts from its end. */
function eventOf(line: string): Event {
  if (line.includes('"HTTP/1.1 202')) return 'acknowledged'
  if (/ pwrite64\(\d+<[^>]*intake\.db-wal>/.test(line)) return 'written'
  const isFlush = / (?:fsync|fdatasync)\(\d+<[^>]*intake\.db-wal>/.test(line)
  if (isFlush && line.endsWith(' = 0')) return 'flushed'
  return /<\.\.\. (?:fsync|fdatasync) resumed>/.test(line) ? 'flushed' : undefined
}

/** The process that another one traces. */
function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
}

async function post({ url }: CollectorProcess, number: number): Promise<number> {
  const response = await fetch(`${url}/api/v1/submissions`, {
    method: 'POST',
    body: `192.0.2.${number} - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`,
    headers: { 'content-type': 'text/plain', prefer: 'respond-async' },
  })
  await response.arrayBuffer()
  return response.status
}
