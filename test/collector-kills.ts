import { deepEqual, equal, notEqual, ok } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Receipt } from '@redalert/core'
import { type CollectorProcess, exported, startProcess, stopProcess } from './collector-process.ts'
import type { StagedCollector } from './staged-collector.ts'

type Answer = { readonly id: string; readonly receipt: Receipt }
type Acknowledged = Answer & { readonly body: string; readonly number: number }

const clients = 4

/**
 * Kills a collector again and again, each time at another moment of its work, while clients bring logs and repeat
 * whatever was not acknowledged. In the end it must hold what a collector holds that was never killed.
 */
export async function surviveKills(
  { folder, program }: StagedCollector,
  kills: number,
  random: () => number,
): Promise<void> {
  const killed = join(folder, `killed-${kills}`)
  const acknowledged: Acknowledged[] = []
  let collector: Promise<CollectorProcess> = startProcess(program, killed)
  const over = new AbortController()
  let count = 0
  let repeated = 0
  const bring = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const number = count++
      for (;;) {
        const { url } = await collector
        const answer = await post(url, number).catch(() => undefined)
        if (answer) {
          acknowledged.push({ ...answer, body: bodyOf(number), number })
          break
        }
        repeated++
        await sleep(20)
      }
    }
  }
  const bringing = Array.from({ length: clients }, bring)
  let behind = 0
  for (let kill = 0; kill < kills; kill++) {
    const { process, ended, url } = await collector
    if (kill > 0 && (await isBehind(url))) behind++
    await sleep(20 + random() * 280)
    process.kill('SIGKILL')
    collector = ended.then(signal => {
      equal(signal, 'SIGKILL')
      return startProcess(program, killed)
    })
  }
  over.abort()
  await Promise.all(bringing)
  const last = await collector
  const receipts = await Promise.all(acknowledged.map(each => settledReceipt(last.url, each)))
  const again = await Promise.all(
    acknowledged.slice(-20).map(async each => [each.id, (await post(last.url, each.number))?.id]),
  )
  await stopProcess(last)

  ok(repeated > kills / 2, `clients had to repeat only ${repeated} requests`)
  ok(behind > 0, 'no kill hit the collector while it was reading')
  equal(new Set(acknowledged.map(({ id }) => id)).size, count)
  for (const [one, other] of again) equal(other, one)
  const hosts = receipts.reduce((sum, { account }) => sum + (account?.hosts.new ?? 0), 0)

  const untouched = join(folder, `untouched-${kills}`)
  const other = await startProcess(program, untouched)
  for (let number = 0; number < count; number++) await post(other.url, number)
  await stopProcess(await settled(other))
  const kept = exported(program, killed)
  const sources = kept.matchAll(/^\{"kind":"host","source":"([^"]+)"/gm).map(([, source]) => source)
  equal(hosts, new Set(sources).size)
  notEqual(hosts, 0)
  ok(kept === exported(program, untouched), 'what was killed holds something else')
}

/** Some requests of a worm from sources that other bodies name too. */
function bodyOf(number: number): string {
  return Array.from({ length: 60 }, (_, at) => {
    const [source, second] = [(number * 37 + at * 11) % 700, (number * 7 + at) % 60]
    const address = `198.51.${100 + (source >> 8)}.${source & 255}`
    const time = `19/Jul/2001:16:${String(number % 60).padStart(2, '0')}:${String(second).padStart(2, '0')} +0200`
    return `${address} - - [${time}] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`
  }).join('')
}

/** Brings a body under a key of its own; every second client waits until it is read. */
async function post(url: string, number: number): Promise<Answer | undefined> {
  const response = await fetch(`${url}/api/v1/submissions?sensor=s${number % 5}`, {
    method: 'POST',
    body: bodyOf(number),
    headers: {
      'content-type': 'text/plain',
      'idempotency-key': `body-${number}`,
      ...(number % 2 === 0 && { prefer: 'respond-async' }),
    },
  })
  return response.status === 202 ? ((await response.json()) as Answer) : undefined
}

/** What was acknowledged is there, is what was sent, and a receipt that was complete before has not changed. */
async function settledReceipt(url: string, { id, body, receipt }: Acknowledged): Promise<Receipt> {
  const response = await fetch(`${url}/api/v1/submissions/${id}`, {
    headers: { prefer: 'wait=30' },
  })
  const now = ((await response.json()) as Answer).receipt
  equal(now.state, 'read')
  equal(now.sha256, createHash('sha256').update(body).digest('hex'))
  equal(now.account?.accepted, 60)
  if (receipt.state === 'read') deepEqual(now, receipt)
  return now
}

async function isBehind(url: string): Promise<boolean> {
  const { kept, projected } = await positionOf(url)
  return projected < kept
}

async function settled(collector: CollectorProcess): Promise<CollectorProcess> {
  for (;;) {
    const { kept, projected } = await positionOf(collector.url)
    if (kept === projected) return collector
    await sleep(100)
  }
}

async function positionOf(
  url: string,
): Promise<{ readonly kept: number; readonly projected: number }> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const numberOf = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
  return { kept: numberOf('redalert_kept'), projected: numberOf('redalert_projected') }
}
