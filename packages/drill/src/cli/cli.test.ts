import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { main } from '../cli.ts'
import { help } from './flags.ts'

const folder = mkdtempSync(join(tmpdir(), 'redalert-drill-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function run(...words: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const io = {
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  }
  return { code: main(words, io), ...written }
}
const quick = ['yield', '--hosts', '3000', '--every', '24']

test('yield draws the curve, and marks the table as configured', () => {
  const { code, stdout, stderr } = run(...quick)
  deepEqual({ code, stderr }, { code: 0, stderr: '' })
  equal(
    stdout.match(/^>  3\.2 points {3}[#.]{20} +\d+\.\d % +\d+\.\d % +[#.]{10} 0$/m)?.length,
    1,
    stdout,
  )
  deepEqual(
    [...stdout.matchAll(/(\d\.\d) points/g)].map(([, points]) => points),
    ['1.6', '3.2', '4.8', '6.4', '8.0', '9.6'],
  )
  ok(stdout.split('\n').every(line => line.length <= 100))
})

test('the same seed gives the same text, and JSON holds what the picture shows', () => {
  const json = run(...quick, '--json')
  deepEqual(run(...quick, '--json'), json)
  const { kind, curve, seed, policy } = JSON.parse(json.stdout)
  deepEqual([kind, seed, policy.needed.ask.points, curve.length], ['yield', 1, 3.2, 6])
  const shares = curve.map(({ yield: { seen, reached } }: any) => reached.ask / seen) // oxlint-disable-line typescript/no-explicit-any -- as any reader of JSON sees them
  deepEqual(
    shares.toSorted((one: number, other: number) => other - one),
    shares,
  )
  ok(shares[0] > shares[1] && shares[3] > shares[4] && shares[4] > shares[5])
})

test('a table from a configuration is the one that is marked', () => {
  const file = join(folder, 'redalert.toml')
  writeFileSync(file, '[http]\nlisten = "127.0.0.1:8080"\n[trust.needed.ask]\npoints = 4.8\n')
  const { stdout } = run(...quick, '--config', file)
  ok(/^>  4\.8 points/m.test(stdout), stdout)
})

for (const [what, text, says] of [
  ['no TOML', 'trust = ', /redalert\.toml: /],
  ['a word it does not know', '[trust]\npoint = 3\n', /redalert\.toml: trust/],
  [
    'a table that contradicts itself',
    '[trust.points]\nnew = 5\n',
    /somebody new may not weigh more/,
  ],
] as const) {
  test(`${what} in a configuration is said`, () => {
    const file = join(folder, 'redalert.toml')
    writeFileSync(file, text)
    const { code, stdout, stderr } = run(...quick, '--config', file)
    deepEqual({ code, stdout }, { code: 2, stdout: '' })
    ok(says.test(stderr), stderr)
  })
}

for (const words of [
  ['yields'],
  ['yield', 'more'],
  ['yield', '--seed', 'x'],
  ['yield', '--seed', '1.5'],
  ['yield', '--seed', '-1'],
  ['yield', '--liars', '101'],
  ['yield', '--hosts', '0'],
  ['yield', '--every', ''],
  ['yield', '--nobody'],
  ['yield', '--config', '/nowhere/redalert.toml'],
]) {
  test(`"${words.join(' ')}" is wrong, and said to be`, () => {
    const { code, stdout, stderr } = run(...words)
    deepEqual({ code, stdout }, { code: 2, stdout: '' })
    ok(stderr.startsWith('redalert-drill: '), stderr)
  })
}

test('help tells every flag', () => {
  const { code, stdout } = run('--help')
  equal(code, 0)
  for (const flag of ['seed', 'liars', 'per-victim', 'at-once', 'config', 'json'])
    ok(stdout.includes(`  --${flag} `), flag)
  deepEqual(run(), { code: 0, stdout: help(), stderr: '' })
})
