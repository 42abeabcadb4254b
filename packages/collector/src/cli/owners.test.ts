import { deepEqual, equal, match } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testFolder } from '../serve/any-collector.ts'

const program = join(import.meta.dirname, '..', '..', 'bin', 'redalert-collector.js')

function collector(folder: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@redalert/source', program, ...words, '--data', folder],
    { cwd: folder, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

const inetnums = `inetnum:        192.88.98.0 - 192.88.98.255
netname:        EXAMPLE-NET
country:        NL
status:         ASSIGNED PA
abuse-c:        AR1-RIPE
source:         RIPE

`
const roles = `role:           Abuse
abuse-mailbox:  abuse@example.net
nic-hdl:        AR1-RIPE
source:         RIPE

`

function withDumps(): string {
  const folder = testFolder()
  writeFileSync(join(folder, 'ripe.db.inetnum'), inetnums)
  writeFileSync(join(folder, 'ripe.db.role'), roles)
  return folder
}

test('data that was loaded names an owner without asking anybody', () => {
  const folder = withDumps()
  const before = collector(folder, 'owners', 'status')
  deepEqual([before.status, before.stdout], [1, 'Nothing is loaded: every owner is asked for.\n'])
  const load = collector(folder, 'owners', 'load', 'ripe.db.inetnum', 'ripe.db.role')
  equal(load.status, 0, load.stderr)
  match(load.stdout, /^read .*ripe\.db\.inetnum: 1 objects\n[^]*ready: ripe, 1 ranges\n$/)
  match(collector(folder, 'owners', 'status').stdout, /^ripe: 1 networks, loaded \d{4}-/)
  const status = JSON.parse(collector(folder, 'owners', 'status', '--json').stdout)
  deepEqual([status.kind, status.networks[0].registry], ['owners', 'ripe'])
  const found = collector(folder, 'owner', '192.88.98.7')
  equal(found.status, 0, found.stderr)
  match(found.stdout, /^192\.88\.98\.7 {2}abuse@example\.net\n/)
})

test("the operator's lists go before the data", () => {
  const folder = withDumps()
  collector(folder, 'owners', 'load', 'ripe.db.inetnum', 'ripe.db.role')
  writeFileSync(join(folder, 'mine.txt'), '192.88.98.0/24 desk@example.org agreed by telephone\n')
  writeFileSync(join(folder, 'redalert.toml'), '[owners]\noverrides = ["mine.txt"]\n')
  match(collector(folder, 'owner', '192.88.98.7').stdout, /^192\.88\.98\.7 {2}desk@example\.org\n/)
  writeFileSync(join(folder, 'redalert.toml'), '[owners]\nown = ["192.88.98.0/24"]\n')
  const own = collector(folder, 'owner', '192.88.98.7')
  deepEqual(own.status, 1)
  match(own.stdout, /is never told/)
})

test('a load that fails leaves what was loaded before', () => {
  const folder = withDumps()
  collector(folder, 'owners', 'load', 'ripe.db.inetnum', 'ripe.db.role')
  writeFileSync(join(folder, 'ripe.db.route'), 'no dump at all\n')
  const failed = collector(folder, 'owners', 'load', 'ripe.db.route')
  equal(failed.status, 2)
  match(failed.stderr, /ripe\.db\.route is no dump, no statistics and no table/)
  match(collector(folder, 'owner', '192.88.98.7').stdout, /abuse@example\.net/)
})

for (const [what, words, told] of [
  ['an action that is none', ['owners', 'statsu'], /did you mean status\?/],
  ['no file', ['owners', 'load'], /Name the files to load/],
  ['a file that is not there', ['owners', 'load', 'none'], /none cannot be read/],
  ['no address', ['owner', '300.1.1.1'], /is no address: write it like/],
] as const) {
  test(`${what} is said at once`, () => {
    const { status, stderr } = collector(testFolder(), ...words)
    equal(status, 2)
    match(stderr, told)
  })
}
