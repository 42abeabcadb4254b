import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sourceCondition } from '../../scripts/source-node.js'
import { root } from '../../scripts/root.js'
import { computedBy, peakOf } from './computed.ts'
import { outbreak } from './outbreak.ts'
import { quantiles } from './quantiles.ts'

const lines = 500
const perSecond = 200
const [pacedSeconds, burst] = [5, 1500]
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Brings logs to a collector in a process of its own. */
export async function benchServer(folder: string): Promise<void> {
  // As many machines as Code Red had: few of them are met twice.
  const told = outbreak(360_000)
  const bodies = Array.from({ length: perSecond * pacedSeconds + burst }, (_, at) =>
    Buffer.from(told.log(at, lines)),
  )
  const paced = bodies.slice(burst)
  const collector = await start(join(folder, 'data'))
  try {
    for (const body of bodies.slice(0, 20)) await post(collector.port, body)
    await collector.settled()

    const before = collector.spent()
    const start = performance.now()
    const times = await Promise.all(
      paced.map(async (body, at) => {
        await sleep((at * 1000) / perSecond)
        return await post(collector.port, body)
      }),
    )
    console.log(
      `acknowledged at ${perSecond} a second, ${lines} lines each: ${quantiles(times)} ms (half, 99 of 100, all)`,
    )
    await collector.settled()
    const cells = paced.length * lines
    const wall = performance.now() - start
    const spent = collector.spent() - before
    console.log(
      `from body to queryable: ${whole((cells / wall) * 1000)} lines a second on the wall, ${whole((cells / spent) * 1000)} per second of CPU`,
    )

    const waiting = bodies.slice(20, burst)
    const burstStart = performance.now()
    const burstBefore = collector.answering()
    await Promise.all(
      Array.from({ length: 64 }, async () => {
        for (let body = waiting.pop(); body; body = waiting.pop()) await post(collector.port, body)
      }),
    )
    const seconds = (performance.now() - burstStart) / 1000
    console.log(
      `burst: ${whole((burst - 20) / seconds)} acknowledged a second on the wall, ${whole(((burst - 20) * 1000) / (collector.answering() - burstBefore))} per second of CPU of the thread that answers`,
    )
    await collector.settled()
    console.log(`peak memory of the collector: ${whole(collector.peak())} MB`)
  } finally {
    agent.destroy()
    await collector.stop()
  }
}

async function start(folder: string) {
  mkdirSync(folder)
  writeFileSync(join(folder, 'redalert.toml'), '[http]\nper_minute = 1000000\n')
  const program = join(root, 'packages', 'collector', 'bin', 'redalert-collector.js')
  const words = ['--data', folder, '--http', '127.0.0.1:0', '--smtp', 'off', '--exercise']
  const serving = spawn(process.execPath, [sourceCondition, program, 'serve', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  createInterface(serving.stderr).on('line', line => {
    const [, port] = /"http":(\d+)/.exec(line) ?? []
    if (port !== undefined) resolve(Number(port))
    else console.error(line)
  })
  serving.once('exit', () => reject(new Error('the collector did not start')))
  const port = await promise
  const pid = serving.pid ?? 0
  const position = async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
    return ['redalert_kept', 'redalert_projected'].map(name =>
      Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]),
    )
  }
  return {
    port,
    spent: () => computedBy(pid, 'all'),
    answering: () => computedBy(pid, 'first'),
    peak: () => peakOf(pid),
    async settled() {
      for (;;) {
        const [kept, projected] = await position()
        if (kept === projected) return
        await sleep(20)
      }
    },
    async stop() {
      const ended = new Promise(resolve => serving.once('exit', resolve))
      serving.kill('SIGTERM')
      await ended
    },
  }
}

/** Brings a body, and gives the milliseconds until it was acknowledged. */
async function post(port: number, body: Buffer): Promise<number> {
  const start = performance.now()
  return await new Promise((resolve, reject) => {
    const sending = request(
      {
        agent,
        port,
        method: 'POST',
        path: '/api/v1/submissions',
        headers: { 'content-type': 'text/plain', prefer: 'respond-async' },
      },
      answer => {
        const time = performance.now() - start
        if (answer.statusCode !== 202) reject(new Error(`answered ${answer.statusCode}`))
        answer.resume().on('end', () => resolve(time))
      },
    )
    sending.on('error', reject).end(body)
  })
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}
