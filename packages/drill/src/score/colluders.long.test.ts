import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { trustPolicy } from '@redalert/collector/trust'
import { seedCase } from '../world/seed-case.ts'
import { world } from '../world/world.ts'
import { outcomes } from './outcome.ts'
import { yieldOf } from './yield-of.ts'

const file = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'trust.md')
const rows = [
  ...readFileSync(file, 'utf8').matchAll(
    /^\| *(\d+) *\| *(\d+) *\| *(\d+) *\| *(\d+) *\| *(\d+) a day each([^|]*)\|/gm,
  ),
]

test('the table of colluders has a row for each number of them and each gang', () => {
  deepEqual(
    rows.map(([, liars, perVictim]) => [liars, perVictim]),
    ['10', '20', '50'].flatMap(liars => ['2', '3', '6'].map(gang => [liars, gang])),
  )
})

for (const [, ...cells] of rows) {
  const [liars = 0, perVictim = 0, asked, framed, perDay = 0] = cells.slice(0, 5).map(Number)
  const how = cells[5] ?? ''
  test(`${liars} colluders, ${perVictim} on each victim, have as many innocents asked about as is written`, () => {
    const lies = {
      perVictim,
      perDay,
      camouflaged: how.includes('camouflaged'),
      atOnce: how.includes('at once'),
    }
    const fleet = { ...seedCase.fleet, liars, liarsApart: true }
    const made = world({ ...seedCase, fleet, lies }, 1)
    const [outcome] = outcomes(made, [trustPolicy], 6)
    const shown = yieldOf(made, outcome!)
    equal(shown.innocents.ask, asked)
    equal(shown.framed, framed)
  })
}
