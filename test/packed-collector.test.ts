import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { publint } from 'publint'
import { root } from '../scripts/root.js'
import { startProcess } from './collector-process.ts'
import { type StagedCollector, stagedCollector } from './staged-collector.ts'

let staged: StagedCollector
before(async () => {
  staged = await stagedCollector()
})

test('publint has nothing to say about the collector', async () => {
  const { messages } = await publint({ pkgDir: staged.home, pack: false })
  deepEqual(
    messages.filter(({ type }) => type !== 'suggestion'),
    [],
  )
})

test('the packed collector takes a log in, reads it in its threads, and shows what was told', async () => {
  const { folder, program } = staged
  const data = join(folder, 'data')
  const serving = await startProcess(program, data)
  try {
    const response = await fetch(`${serving.url}/api/v1/submissions`, {
      method: 'POST',
      body: readFileSync(join(root, 'fixtures', 'logs', 'example', 'access.log')),
      headers: { 'content-type': 'text/plain' },
    })
    equal(response.status, 202)
    const { receipt } = (await response.json()) as { receipt: { account?: { accepted: number } } }
    ok((receipt.account?.accepted ?? 0) > 10, JSON.stringify(receipt))
  } finally {
    serving.process.kill('SIGTERM')
  }
  equal(await serving.ended, null)
  const { stdout, status } = spawnSync(process.execPath, [program, 'hosts', '--data', data], {
    encoding: 'utf8',
  })
  equal(status, 0)
  match(stdout, /^192\.0\.2\.\d+ +nimda +suspected +infected/m)
})
