import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Attempt } from './colluders.ts'
import { colluderTable } from './colluder-table.ts'

function attempt(
  liars: number,
  perVictim: number,
  {
    asked,
    escalated = 0,
    camouflaged = false,
  }: { asked: number; escalated?: number; camouflaged?: boolean },
): Attempt {
  return {
    liars,
    lies: { perVictim, perDay: 10, camouflaged, atOnce: camouflaged },
    yield: {
      infected: 9,
      seen: 9,
      reached: { ask: 9, assert: 0, escalate: 0 },
      withinDay: { of: 9, asked: 9 },
      framed: 100,
      innocents: { ask: asked, assert: escalated, escalate: escalated },
      doubted: { liars: 0, honest: 0 },
    },
  }
}

test('of every kind the attempt that had most innocents asked about is shown, and the most that was worse', () => {
  const table = colluderTable([
    attempt(10, 2, { asked: 5 }),
    attempt(10, 2, { asked: 50, camouflaged: true }),
    attempt(10, 2, { asked: 7, escalated: 3 }),
    attempt(20, 2, { asked: 0 }),
  ])
  equal(
    table.split('\n').slice(2).join('\n'),
    `| 10 | 2 | 50 | 100 | 10 a day each, camouflaged, at once | 3 | 3 |
| 20 | 2 | 0 | 100 | 10 a day each | 0 | 0 |
`,
  )
})
