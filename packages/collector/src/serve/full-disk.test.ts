import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { mail } from '../letters/any-mail.ts'
import { sqliteReader } from '../store/sqlite/sqlite-reader.ts'
import { post, startCollector, type TestCollector, testFolder } from './any-collector.ts'
import { sendMail } from './any-smtp.ts'

/** A small disk, which goes when it is disposed; undefined where none can be made. */
function smallDisk(): (Disposable & { readonly path: string }) | undefined {
  const path = testFolder()
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0700', 'none', path])
  if (mount.status !== 0) return undefined
  return { path, [Symbol.dispose]: () => void spawnSync('umount', ['-l', path]) }
}

test('a full disk is said, loses nothing, and is over when there is room', async context => {
  using disk = smallDisk()
  if (!disk) return context.skip('no small disk can be mounted here')
  const collector = await startCollector({ folder: disk.path })
  try {
    equal((await post(collector, lineOf(1))).status, 202)
    equal(await sendMail(collector.ports.smtp!, letter(2)), 250)
    await collector.settled()
    const before = await receiptsOf(collector, disk.path)
    equal(before.length, 2)

    const ballast = join(disk.path, 'ballast')
    writeFileSync(ballast, Buffer.alloc(roomOn(disk.path) - 256 * 1024))
    const statuses: number[] = []
    for (let at = 0; at < 40; at++) statuses.push((await post(collector, noise())).status)
    ok(statuses.includes(507), `answered ${statuses.join(' ')}`)
    ok(statuses.every(status => status === 202 || status === 507))
    equal(await sendMail(collector.ports.smtp!, letter(3, noise())), 452)
    equal((await fetch(`${collector.url}/healthz`)).status, 200)
    deepEqual((await receiptsOf(collector, disk.path)).slice(0, 2), before)

    rmSync(ballast)
    equal((await post(collector, lineOf(4))).status, 202)
    equal(await sendMail(collector.ports.smtp!, letter(3)), 250)
    await collector.settled()
    const after = await receiptsOf(collector, disk.path)
    deepEqual(after.slice(0, 2), before)
    equal(after.length, 4 + statuses.filter(status => status === 202).length)
    ok(after.every(({ state }) => state === 'read'))
  } finally {
    await collector[Symbol.asyncDispose]()
  }
  using store = sqliteReader(disk.path)
  const sources = [...store.hosts({})].map(({ source }) => source)
  deepEqual(sources, ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'])
})

const lineOf = (last: number) =>
  `192.0.2.${last} - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`

/** A message with a line that marks, and perhaps with more that does not. */
function letter(last: number, more = ''): Buffer {
  const head = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit`
  return mail(head, `${lineOf(last).trim()}\r\n${more.replaceAll('\n', '\r\n')}`)
}

/** Half a megabyte that no packing makes small. */
function noise(): string {
  return Array.from({ length: 4000 }, () => `${randomBytes(48).toString('hex')}\n`).join('')
}

function roomOn(path: string): number {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}

/** The receipts that a collector has on a disk, oldest first. */
async function receiptsOf({ url }: TestCollector, folder: string) {
  using store = sqliteReader(folder)
  const rows = store.submissions({ limit: 1000 }).toReversed()
  return await Promise.all(
    rows.map(async ({ id }) => {
      const response = await fetch(`${url}/api/v1/submissions/${id}`)
      return ((await response.json()) as { readonly receipt: { readonly state: string } }).receipt
    }),
  )
}
