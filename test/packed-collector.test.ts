import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { publint } from 'publint'
import { root } from '../scripts/root.js'
import { stage } from '../scripts/stage.js'

const folder = mkdtempSync(join(tmpdir(), 'redalert-staged-'))
const home = join(folder, 'collector')
const program = join(home, 'bin', 'redalert-collector.js')

before(async () => {
  await stage('collector', home)
  for (const name of neededOf(home)) {
    if (!name.startsWith(ours)) link(home, name, join(root, 'node_modules', name))
    else await provide(name.slice(ours.length))
  }
})

const ours = '@redalert/'

/** Stages one of our packages that the collector needs, with what that needs in turn. */
async function provide(name: string): Promise<void> {
  const place = join(folder, name)
  await stage(name, place)
  link(home, `${ours}${name}`, place)
  for (const needed of neededOf(place)) {
    const isOurs = needed.startsWith(ours)
    link(
      place,
      needed,
      isOurs ? join(folder, needed.slice(ours.length)) : join(root, 'node_modules', needed),
    )
  }
}

function link(place: string, name: string, target: string): void {
  const path = join(place, 'node_modules', name)
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path)
}

after(() => rmSync(folder, { recursive: true, force: true }))

test('publint has nothing to say about the collector', async () => {
  const { messages } = await publint({ pkgDir: home, pack: false })
  deepEqual(
    messages.filter(({ type }) => type !== 'suggestion'),
    [],
  )
})

test('the packed collector takes a log in, reads it in its threads, and shows what was told', async () => {
  const data = join(folder, 'data')
  const words = ['--data', data, '--http', '127.0.0.1:0', '--smtp', 'off', '--exercise']
  const serving = spawn(process.execPath, [program, 'serve', ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const port = await portOf(serving.stderr)
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/submissions`, {
      method: 'POST',
      body: readFileSync(join(root, 'fixtures', 'logs', 'example', 'access.log')),
      headers: { 'content-type': 'text/plain' },
    })
    equal(response.status, 202)
    const { receipt } = (await response.json()) as { receipt: { account?: { accepted: number } } }
    ok((receipt.account?.accepted ?? 0) > 10, JSON.stringify(receipt))
  } finally {
    serving.kill('SIGTERM')
  }
  equal(await new Promise(resolve => serving.once('exit', resolve)), 0)
  const { stdout, status } = spawnSync(process.execPath, [program, 'hosts', '--data', data], {
    encoding: 'utf8',
  })
  equal(status, 0)
  match(stdout, /^192\.0\.2\.\d+ +nimda +suspected +infected/m)
})

async function portOf(lines: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface(lines)) {
    const { http } = JSON.parse(line) as { http?: number }
    if (http !== undefined) return http
  }
  throw new Error('it did not start')
}

function neededOf(place: string): readonly string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>
  }
  return Object.keys(dependencies)
}
