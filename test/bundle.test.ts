import { deepEqual, equal, ok } from 'node:assert/strict'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { zstdCompressSync } from 'node:zlib'
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

test('zstd is read, or an old Node without it is named with what to do', () => {
  const log = readFileSync(join(root, 'fixtures', 'logs', 'example', 'ex010719.log'))
  writeFileSync(join(alone, 'a.log.zst'), zstdCompressSync(log))
  const { status, stdout, stderr } = runOutside(outsideNode(), [file, '-c', 'a.log.zst'], alone)
  const asked = ['-p', "'createZstdDecompress' in zlib"]
  const knows = runOutside(outsideNode(), asked, alone).stdout.trim() === 'true'
  if (knows) deepEqual({ status, stdout, stderr }, { status: 0, stdout: '2\n', stderr: '' })
  else
    deepEqual(
      { status, stdout, stderr },
      {
        status: 2,
        stdout: '0\n',
        stderr:
          'redalert: this Node cannot read a.log.zst: use Node 22.15 or newer, or unpack it with zstd -d\n',
      },
    )
})

test('one file checks a family, and brings the licences of those it copies', () => {
  const family = join(alone, 'family.json')
  writeFileSync(family, '{ "id": 1, }')
  const { status, stdout } = runOutside(outsideNode(), [file, 'signatures', 'check', family], alone)
  equal(status, 1)
  ok(stdout.includes('family.json:1:12: a comma stands before this'), stdout)
  const start = readFileSync(file, 'utf8').slice(0, 4000)
  ok(start.startsWith('#!/usr/bin/env node\n/*!\n'), start)
  for (const name of ['nodemailer', 'jsonc-parser']) ok(start.includes(`\n${name} `), name)
  equal(start.split('Permission is hereby granted').length - 1, 2, start)
})

test('one file is smaller than 800 KB', () => {
  const { size } = statSync(file)
  ok(size < 800_000, `${size} bytes`)
})
