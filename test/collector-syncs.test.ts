import { equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
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
    const pid = childOf(collector.process.pid!)
    for (let at = 0; at < oneByOne; at++) equal(await countAccepted(collector, [at]), 1)
    const numbers = Array.from({ length: atOnce }, (_, at) => oneByOne + at)
    equal(await countAccepted(collector, numbers), atOnce)
    process.kill(pid, 'SIGTERM')
    await collector.ended

    const pending = new Set<string>()
    const lines = readFileSync(trace, 'latin1').split('\n')
    const events = lines.map(line => eventOf(line, pending))
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
    ok(flushes < oneByOne + atOnce / 4, `${flushes} flushes for ${oneByOne + atOnce} arrivals`)
  },
)

type Event = 'written' | 'flushed' | 'acknowledged' | undefined

/** What a line of the trace means for the record. A flush counts from its end; `pending` are the threads that wait for one. */
function eventOf(line: string, pending: Set<string>): Event {
  const thread = line.slice(0, line.indexOf(' '))
  if (line.includes('"HTTP/1.1 202')) return 'acknowledged'
  if (/ pwrite64\(\d+<[^>]*intake\.db-wal>/.test(line)) return 'written'
  const isFlush = / (?:fsync|fdatasync)\(\d+<[^>]*intake\.db-wal>/.test(line)
  if (isFlush && line.endsWith(' = 0')) return 'flushed'
  if (isFlush) pending.add(thread)
  const isEnd = /<\.\.\. (?:fsync|fdatasync) resumed>/.test(line)
  return isEnd && pending.delete(thread) ? 'flushed' : undefined
}

/** The process that another one traces. */
function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
}

/** Sends bodies in one go, without waiting for an answer between them; gives how many were accepted. */
async function countAccepted(
  { url }: CollectorProcess,
  numbers: readonly number[],
): Promise<number> {
  const requests = numbers.map((number, index) => {
    const body = `192.0.2.${number} - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`
    const head = [
      'POST /api/v1/submissions HTTP/1.1',
      'Host: localhost',
      'Content-Type: text/plain',
      'Prefer: respond-async',
      `Connection: ${index === numbers.length - 1 ? 'close' : 'keep-alive'}`,
      `Content-Length: ${body.length}`,
    ]
    return `${head.join('\r\n')}\r\n\r\n${body}`
  })
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(requests.join(''))
  return (await text(socket)).split('HTTP/1.1 202 ').length - 1
}
