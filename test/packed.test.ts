import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { publint } from 'publint'
import { root } from '../scripts/root.js'
import { outsideNode } from './outside.ts'
import { installPacked, type Packed, packedContract } from './packed.ts'

let packed: Packed
before(() => {
  packed = installPacked()
})
after(() => rmSync(packed.folder, { recursive: true, force: true }))

packedContract("the machine's Node", () => packed, outsideNode)

test('what is installed is at most 8 packages and 8 MB', () => {
  const modules = join(packed.installed, 'node_modules')
  const count = Object.keys(manifestAt(join(packed.installed, 'package-lock.json')).packages).length
  ok(count - 1 <= 8, `${count - 1} packages`)
  const sizes = readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .map(name => statSync(join(modules, name)))
    .filter(file => file.isFile())
    .map(file => file.size)
  const size = sizes.reduce((sum, one) => sum + one, 0)
  ok(size <= 8_000_000, `${size} bytes`)
})

test('nothing that is installed runs a script, is native code or knows of our sources', () => {
  const modules = join(packed.installed, 'node_modules')
  const names = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  deepEqual(
    names.filter(name => /\.(node|gyp|tgz|tsx?|test\.js)$/.test(name) && !name.endsWith('.d.ts')),
    [],
  )
  for (const name of names.filter(one => /[/\\]package\.json$/.test(one))) {
    const { scripts = {}, exports } = manifestAt(join(modules, name))
    deepEqual(
      ['preinstall', 'install', 'postinstall'].filter(one => one in scripts),
      [],
      name,
    )
    equal(JSON.stringify(exports ?? {}).includes('source'), false, name)
  }
})

for (const name of ['core', 'notices', 'owners', 'scanner']) {
  test(`publint has nothing to say about ${name}`, async () => {
    const { messages } = await publint({ pkgDir: join(packed.staged, name), pack: false })
    deepEqual(
      messages.filter(({ type }) => type !== 'suggestion'),
      [],
    )
  })
}

test('the declared types of core hold for somebody who uses them', () => {
  writeFileSync(join(packed.installed, 'use.mts'), "export * from '@redalert/core'\n")
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const strict = ['--strict', '--module', 'nodenext', '--lib', 'es2025', '--noEmit']
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...strict, 'use.mts'], {
    cwd: packed.installed,
    encoding: 'utf8',
  })
  equal(status, 0, stdout)
})

test('importing core with plain Node gives its public names', () => {
  const code = "console.log(Object.keys(await import('@redalert/core')).includes('parseAddress'))"
  const { stdout, stderr } = spawnSync(outsideNode(), ['--input-type=module', '-e', code], {
    cwd: packed.installed,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  deepEqual({ stdout, stderr }, { stdout: 'true\n', stderr: '' })
})

// oxlint-disable-next-line typescript/no-explicit-any -- what npm writes
function manifestAt(path: string): any {
  return JSON.parse(readFileSync(path, 'utf8'))
}
