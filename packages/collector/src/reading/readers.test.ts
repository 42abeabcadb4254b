import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { unpackCells } from '../told/unpack-cells.ts'
import { startReaders } from './readers.ts'

const verifying = { now: '2026-11-25T00:00:00Z' as Instant, profile: 'exercise' } as const

test('each of many bodies that are read at once gets its own answer', async () => {
  await using readers = startReaders({ threads: 2, mostSeconds: 20, mostMegabytes: 128 })
  const sources = Array.from({ length: 40 }, (_, at) => `192.0.2.${at}`)
  const tolds = await Promise.all(
    sources.map(source => {
      const line = `${source} - - [19/Jul/2001:16:08:00 +0200] "GET /scripts/root.exe?/c+dir HTTP/1.0" 404 283\n`
      return readers.read({ shape: 'body', hints: {}, body: Buffer.from(line) }, verifying)
    }),
  )
  deepEqual(
    tolds.map(({ cells }) => unpackCells(cells).map(({ source }) => source)),
    sources.map(source => [source]),
  )
})
