import { before, test } from 'node:test'
import { surviveKills } from './collector-kills.ts'
import { type StagedCollector, stagedCollector } from './staged-collector.ts'

let staged: StagedCollector
before(async () => {
  staged = await stagedCollector()
})

test('a collector that is killed 200 times has lost and doubled nothing', async () => {
  await surviveKills(staged, 200, Math.random)
})
