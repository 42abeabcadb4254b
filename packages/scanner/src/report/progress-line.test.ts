import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { progressLine } from './progress-line.ts'
import { progressText } from './progress.ts'

const half = { bytes: 500_000_000, allBytes: 1_000_000_000, lines: 4_000_000, seconds: 10 }

test('share, speed and time left stand in one line', () => {
  equal(progressText(half, 80), '50 %  500 MB of 1.0 GB  50 MB/s  10 s left  4,000,000 lines')
})

test('a stream has no share and no end', () => {
  const { allBytes: _, ...stream } = half
  equal(progressText(stream, 80), '500 MB  50 MB/s  4,000,000 lines')
})

test('a narrow terminal shows what fits', () => {
  equal(progressText(half, 30), '50 %  500 MB of 1.0 GB')
  for (const width of [5, 10, 20, 40]) ok(progressText(half, width).length < Math.max(width, 5))
})

test('it shows after a second, ten times a second at most, and goes away', () => {
  let now = 100
  const written: string[] = []
  const line = progressLine(
    { write: text => written.push(text), columns: 20 },
    { clock: () => now, allBytes: 100 },
  )
  const tell = (at: number) => {
    now = at
    line.show({ bytes: 50, lines: 1 })
  }
  tell(100.9)
  line.erase()
  deepEqual(written, [])
  tell(101)
  tell(101.05)
  tell(101.2)
  line.erase()
  line.erase()
  deepEqual(written, ['\r\x1b[K50 %  50 B of 100 B', '\r\x1b[K50 %  50 B of 100 B', '\r\x1b[K'])
})
