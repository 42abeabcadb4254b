import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  aliceKey,
  startCollector,
  testFolder,
} from '../packages/collector/src/serve/any-collector.ts'
import { sqliteReader } from '../packages/collector/src/store/sqlite/sqlite-reader.ts'
import { root } from '../scripts/root.js'
import { sourceCondition } from '../scripts/source-node.js'

const home = mkdtempSync(join(tmpdir(), 'redalert-tell-'))
after(() => rmSync(home, { recursive: true, force: true }))
const logs = join(root, 'fixtures', 'logs', 'example')
/** Where a mail system that is only a shell script puts what it is given. */
const outgoing = join(home, 'outgoing')
const bin = join(home, 'bin')
mkdirSync(outgoing)
mkdirSync(bin)
writeFileSync(join(bin, 'sendmail'), `#!/bin/sh\nexec /bin/cat > '${outgoing}'/$$.eml\n`, {
  mode: 0o755,
})
const scanner = join(root, 'packages', 'scanner', 'bin', 'redalert.js')

const unix = { skip: process.platform === 'win32' && 'the mail system here is a shell script' }

test('redalert submit tells by mail what it tells by HTTP', unix, async () => {
  const folder = testFolder()
  const bare = new Map<string, string>()
  {
    await using collector = await startCollector({ folder })
    const key = join(home, 'key')
    writeFileSync(key, aliceKey, { mode: 0o600 })
    const zone = ['--zone', '+02:00', '--yes']
    const sent = await redalert(['submit', logs, '--to', collector.url, '--key-file', key, ...zone])
    equal(sent.code, 0, sent.told)
    match(sent.out, /25 cells accepted; machines: 10 new, 0 known/)
    const again = await redalert([
      'submit',
      logs,
      '--to',
      collector.url,
      '--key-file',
      key,
      ...zone,
    ])
    equal(again.code, 0, again.told)
    await collector.settled()
    for (const [name, row] of hostsOf(folder)) bare.set(name, row)

    const mailed = await redalert(['submit', logs, '--to', 'mailto:redalert@example.org', ...zone])
    equal(mailed.code, 0, mailed.told)
    const mails = readdirSync(outgoing)
    ok(mails.length > 0, mailed.out)
    const drop = join(folder, 'drop', 'alice')
    mkdirSync(drop, { recursive: true })
    for (const name of mails) renameSync(join(outgoing, name), join(drop, name))
    for (let turn = 0; turn < 200 && readdirSync(drop).some(name => name.endsWith('.eml')); turn++)
      await sleep(100)
    await collector.settled()
  }
  // The same requests under the same name count once, whichever way they came; what differs is the sensor's token.
  deepEqual(hostsOf(folder), bare)
})

function hostsOf(folder: string): ReadonlyMap<string, string> {
  using store = sqliteReader(folder)
  return new Map(
    [...store.hosts({})].map(({ source, family, grade, first, last, requests }) => [
      `${source} ${family}`,
      [grade, first, last, requests.count].join(' '),
    ]),
  )
}

type Ran = { readonly code: number | null; readonly out: string; readonly told: string }

function redalert(words: readonly string[], folder = home): Promise<Ran> {
  const child = spawn(process.execPath, [sourceCondition, scanner, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: bin, XDG_STATE_HOME: join(home, 'state') },
  })
  let [out, told] = ['', '']
  child.stdout.on('data', chunk => (out += chunk))
  child.stderr.on('data', chunk => (told += chunk))
  return new Promise(resolve => child.once('close', code => resolve({ code, out, told })))
}
