import { deepEqual, equal, match } from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { claws, clawsLine } from '../packages/collector/src/appeal/any-family.ts'
import { run } from '../packages/collector/src/cli/any-run.ts'
import { startCollector } from '../packages/collector/src/serve/any-collector.ts'
import { codeRed, visitor } from '../packages/scanner/src/cli/sample-lines.ts'
import { root } from '../scripts/root.js'

const folder = mkdtempSync(join(tmpdir(), 'redalert-appeal-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const launcher = join(root, 'packages', 'scanner', 'bin', 'redalert.js')

/** Runs the scanner while the collector runs in this process. */
async function redalert(...words: readonly string[]): Promise<{ code: unknown; told: string }> {
  const child = spawn(process.execPath, ['--conditions=@redalert/source', launcher, ...words], {
    cwd: folder,
    env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
  })
  let told = ''
  child.stderr.on('data', chunk => (told += chunk))
  child.stdin.end()
  child.stdout.resume()
  const [code] = await once(child, 'close')
  return { code, told }
}

test('what a collector asks for is answered by the program, and the page tells how it goes', async () => {
  let time = Date.now()
  await using collector = await startCollector({ clock: () => time })
  const { url, folder: data } = collector
  const said = ['--families', 'codered-n', '--by', 'Us', '--contact', 'us@example.org', '--to', url]
  const days = ['--from', '2001-07-19', '--until', '2001-07-20']
  const made = await run('appeal', 'new', 'july', ...said, ...days, '--data', data)
  equal(made.code, 0, made.told)

  const log = [
    codeRed('192.0.2.7'),
    codeRed('192.0.2.8', { time: '25/Jul/2001:16:08:55 +0200' }),
    visitor,
  ]
  writeFileSync(join(folder, 'access.log'), log.join(''))
  const answered = await redalert('answer', '--yes', `${url}/appeals/july`, 'access.log')
  equal(answered.code, 0, answered.told)
  await collector.decided()
  const hosts = await run('hosts', '--json', '--data', data)
  deepEqual(
    hosts.out
      .trim()
      .split('\n')
      .map(each => JSON.parse(each) as Record<string, unknown>)
      .map(({ source, family, state }) => [source, family, state]),
    [['192.0.2.7', 'codered-n', 'suspected']],
  )
  time += 61_000
  const page = (await (await fetch(`${url}/appeals/july`)).text()).replaceAll(/\s+/g, ' ')
  match(page, /1 person answered for 1 server, with 2 lines of log/)
})

test('a family that nobody knew is looked for in old logs, and what is found names it', async () => {
  await using collector = await startCollector()
  const { url, folder: data } = collector
  const file = join(folder, 'claws.json')
  writeFileSync(file, JSON.stringify(claws))
  const said = ['--signatures', file, '--by', 'Us', '--contact', 'us@example.org', '--to', url]
  const made = await run('appeal', 'new', 'claws', ...said, '--from', '2001-07-19', '--data', data)
  equal(made.code, 0, made.told)

  const log = [codeRed('192.0.2.7'), clawsLine('192.0.2.9'), visitor]
  writeFileSync(join(folder, 'old.log'), log.join(''))
  const answered = await redalert('answer', '--yes', `${url}/appeals/claws`, 'old.log')
  equal(answered.code, 0, answered.told)
  match(answered.told, /Claws is new to this program: the appeal brought it/)
  await collector.decided()
  const hosts = await run('hosts', '--data', data)
  match(hosts.out, /^192\.0\.2\.9 +claws +suspected +infected/m)
  equal(hosts.out.includes('192.0.2.7'), false, 'nothing leaves that was not asked for')
  match((await run('why', '192.0.2.9', '--data', data)).out, /claws-run {2}1 requests, told by/)
})
