import { deepEqual, equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import type { Instant } from '@redalert/core'
import { completedCommands } from './complete.ts'
import { completionScript } from './completion-script.ts'
import { shells } from './shells.ts'

const setting = {
  now: '2001-07-20T00:00:00Z' as Instant,
  families: ['nimda', 'codered-n'],
  exists: () => false,
}

function run(shell: string, args: readonly string[], input = '') {
  return spawnSync(shell, args, { input, encoding: 'utf8' })
}

function skipWithout(shell: string) {
  return { skip: run(shell, ['-c', 'true']).status === 0 ? false : `${shell} is not installed` }
}

/** What bash offers for the last of these words. */
function bashOffers(...words: readonly string[]): readonly string[] {
  const script = `${completionScript('bash', setting)}
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_redalert
printf '%s\\n' "\${COMPREPLY[@]}"`
  return run('bash', ['-c', script, 'bash', ...words])
    .stdout.trim()
    .split('\n')
}

/** What fish offers for the end of this line. */
function fishOffers(line: string): readonly string[] {
  const script = `${completionScript('fish', setting)}complete -C '${line}'`
  const { stdout } = run('fish', ['--no-config', '-c', script])
  return stdout
    .trim()
    .split('\n')
    .map(offer => offer.split('\t')[0] ?? '')
    .toSorted()
}

for (const shell of shells) {
  test(`${shell} knows every flag of every command`, () => {
    const script = completionScript(shell, setting)
    for (const { name } of completedCommands(setting).flatMap(({ flags }) => flags)) {
      ok(script.includes(shell === 'fish' ? `-l ${name} ` : `--${name}`), name)
    }
  })
}

for (const shell of ['bash', 'zsh'] as const) {
  test(`${shell} can read its script`, skipWithout(shell), () => {
    const { status, stderr } = run(shell, ['-n'], completionScript(shell, setting))
    deepEqual({ status, stderr }, { status: 0, stderr: '' })
  })
}

test('bash offers commands, flags, and what they can be', skipWithout('bash'), () => {
  deepEqual(bashOffers('redalert', 'comp'), ['completions'])
  deepEqual(bashOffers('redalert', '--mi'), ['--mine', '--min-grade'])
  deepEqual(bashOffers('redalert', 'scan', '--min-grade', ''), ['infected', 'likely', 'probe'])
  deepEqual(bashOffers('redalert', '--min-grade', '=', 'p'), ['probe'])
  deepEqual(bashOffers('redalert', 'scan', '--family', 'co'), ['codered-n'])
  deepEqual(bashOffers('redalert', 'completions', ''), [...shells])
  deepEqual(
    bashOffers('redalert', '/etc/host'),
    bashOffers('redalert', 'scan', '--output', '/etc/host'),
  )
})

test('fish offers commands, flags, and what they can be', skipWithout('fish'), () => {
  deepEqual(fishOffers('redalert comp'), ['completions'])
  deepEqual(fishOffers('redalert --mi'), ['--min-grade', '--mine'])
  deepEqual(fishOffers('redalert scan --min-grade '), ['infected', 'likely', 'probe'])
  deepEqual(fishOffers('redalert completions '), [...shells].toSorted())
  equal(fishOffers('redalert completions --js').join(), '')
})
