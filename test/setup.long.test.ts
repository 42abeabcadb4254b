import { equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { npm } from '../scripts/npm.js'
import { root } from '../scripts/root.js'
import { outsideEnvironment } from './outside.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-clone-'))
const clone = join(folder, 'clone')
after(() => rmSync(folder, { recursive: true, force: true }))
before(() => {
  const { status, stderr } = spawnSync('git', ['clone', '--quiet', root, clone], {
    encoding: 'utf8',
  })
  equal(status, 0, stderr)
})

const start = (...words: readonly string[]) =>
  npm(['start', '--silent', ...words], { cwd: clone, env: outsideEnvironment() })

test('npm start in a fresh clone without a network says so in one sentence', () => {
  const { status, stderr } = start('--offline', `--cache=${join(folder, 'empty')}`)
  equal(status, 2)
  ok(String(stderr).includes('npm could not reach its registry'), String(stderr))
  equal(String(stderr).includes('    at '), false, String(stderr))
})

test('npm start in a fresh clone sets itself up and scans the example logs', () => {
  const { status, stdout, stderr } = start()
  ok(status === 0 || status === 1, `${status}: ${String(stderr)}`)
  ok(String(stderr).includes('setting up (once'), String(stderr))
  ok(String(stdout).length > 0)
})

test('npm start a second time sets nothing up', () => {
  const { stderr } = start()
  equal(String(stderr).includes('setting up'), false, String(stderr))
})

test('setting up changes no tracked file', () => {
  const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' })
  equal(stdout, '')
  equal(readFileSync(join(clone, '.gitignore'), 'utf8').includes('node_modules'), true)
})
