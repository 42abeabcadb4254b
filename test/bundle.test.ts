import { deepEqual, equal, ok } from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { root } from '../scripts/root.js'
import { outsideNode, runOutside } from './outside.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-bundle-'))
const alone = join(folder, 'alone')
const file = join(alone, 'redalert.mjs')
before(() => {
  const made = join(folder, 'made.mjs')
  const { status, stderr } = runOutside(
    process.execPath,
    [join(root, 'scripts', 'bundle.js'), made],
    root,
  )
  equal(status, 0, stderr)
  mkdirSync(alone)
  copyFileSync(made, file)
})
after(() => rmSync(folder, { recursive: true, force: true }))

test("one file runs alone on the machine's Node", () => {
  const { status, stdout, stderr } = runOutside(outsideNode(), [file, '--version'], alone)
  deepEqual({ status, stderr }, { status: 0, stderr: '' })
  equal(/\d+\.\d+\.\d+/.test(stdout), true, stdout)
})

test('one file scans as the source does', () => {
  const words = ['scan', '--csv', join(root, 'fixtures', 'logs', 'example')]
  const launcher = join(root, 'packages', 'scanner', 'bin', 'redalert.js')
  const source = runOutside(process.execPath, [launcher, ...words], alone)
  const { status, stdout, stderr } = runOutside(outsideNode(), [file, ...words], alone)
  deepEqual({ status, stdout }, { status: source.status, stdout: source.stdout }, stderr)
})

test('one file is smaller than 700 KB', () => {
  const { size } = statSync(file)
  ok(size < 700_000, `${size} bytes`)
})
