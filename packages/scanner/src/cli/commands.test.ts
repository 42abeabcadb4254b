import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import manifest from '../../package.json' with { type: 'json' }
import { folderOf, redalert } from './program.ts'
import { backDoor, codeRed, visitor } from './sample-lines.ts'

const folder = folderOf({
  'access.log': codeRed('192.0.2.7'),
  'logs/access.log': visitor,
  'probe.log': backDoor,
})
const run = (...words: readonly string[]) => redalert(folder, words)

test('the version is said, and nothing else', () => {
  deepEqual(run('--version'), { code: 0, out: `${manifest.version}\n`, told: '' })
})

test('help goes to the standard output', () => {
  for (const words of [['--help'], ['-h'], ['help'], ['scan', '-h'], ['help', 'completions']]) {
    const { code, out, told } = run(...words)
    deepEqual({ code, told }, { code: 0, told: '' })
    match(out, /^(?:Usage: redalert|redalert says)/)
  }
})

test('completions are printed for each shell', () => {
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    const { code, out, told } = run('completions', shell)
    deepEqual({ code, told }, { code: 0, told: '' })
    ok(out.includes('min-grade') && out.includes('codered-n'), shell)
  }
})

test('what is wrong with the words goes to the standard error, and the code is 2', () => {
  deepEqual(run('scan', '--jsn'), {
    code: 2,
    out: '',
    told: 'redalert: unknown flag --jsn: did you mean --json?\n',
  })
  match(run('scna').told, /^redalert: unknown command scna: did you mean scan\?/)
})

test('a folder of one plain word is scanned', () => {
  match(run('logs').out, /^Nothing found: .*1 line of 1 file /s)
})

test('without any word, the standard input is scanned', () => {
  const { code, out } = redalert(folder, [], { input: codeRed('192.0.2.7') })
  equal(code, 0)
  match(out, /192\.0\.2\.7 .* standard input:1\n/)
  equal(redalert(folder, ['-c', '-'], { input: codeRed('192.0.2.7') }).out, '1\n')
})

for (const { says, words, code } of [
  { says: 'a row that is infected', words: ['access.log'], code: 0 },
  { says: 'a row that only probes', words: ['probe.log'], code: 1 },
  { says: 'a row that is as sure as asked', words: ['probe.log', '--min-grade=probe'], code: 0 },
  { says: 'nothing found', words: ['logs'], code: 1 },
  { says: 'a file that is not there', words: ['access.log', 'none.log'], code: 2 },
  { says: 'my own machine', words: ['access.log', '--mine=192.0.2.7'], code: 0 },
  { says: 'my own proxy', words: ['access.log', '--trusted-proxy=192.0.2.7'], code: 1 },
] as const) {
  test(`the exit code for ${says} is ${code}`, () => equal(run('-q', ...words).code, code))
}
