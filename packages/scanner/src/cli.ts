import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Instant, instantOfSeconds, signatures } from '@redalert/core'
import manifest from '../package.json' with { type: 'json' }
import type { Io } from './cli/io.ts'
import { print } from './cli/print.ts'
import { completionScript } from './flags/completions/completion-script.ts'
import { help } from './flags/help.ts'
import type { Invocation } from './flags/invocation.ts'
import { readFlags } from './flags/read-flags.ts'
import type { Setting } from './flags/setting.ts'
import { terminalText } from './report/terminal.ts'

/** Runs a command line and gives its exit code. */
export async function main(words: readonly string[], io: Io): Promise<number> {
  // When nobody reads what is told beside the results, the results still count.
  io.stderr.on('error', () => undefined)
  try {
    return await run(words, io)
  } catch (error) {
    io.stderr.write(`redalert: this is a mistake in redalert itself: ${traceOf(error)}\n`)
    return 2
  }
}

async function run(words: readonly string[], io: Io): Promise<number> {
  const setting = settingOf(io)
  const asked = readFlags(withCommand(words, io), setting)
  switch (asked.kind) {
    case 'help':
      return print(help(asked.about, { long: asked.long }), io)
    case 'version':
      return print(`${manifest.version}\n`, io)
    case 'wrong':
      io.stderr.write(`redalert: ${terminalText(asked.message)}\n`)
      return 2
    case 'run':
      return runCommand(asked, setting, io)
  }
}

/** What most never ask for is loaded only when it is asked for. */
async function runCommand(
  asked: Invocation & { kind: 'run' },
  setting: Setting,
  io: Io,
): Promise<number> {
  switch (asked.command) {
    case 'scan':
      return (await import('./cli/scan-logs.ts')).scanLogs(asked, io)
    case 'why':
      return (await import('./cli/explain-why.ts')).explainWhy(asked, io)
    case 'families':
      return (await import('./cli/show-families.ts')).showFamilies(asked, io)
    case 'signatures':
      return (await import('./cli/check-signatures.ts')).checkSignatures(asked, io)
    case 'doctor':
      return (await import('./cli/examine.ts')).examine(asked, io)
    case 'owner':
      return (await import('./cli/tell-owners.ts')).tellOwners(asked, io)
    case 'letters':
      return (await import('./cli/write-letters.ts')).writeLetters(asked, io)
    case 'submit':
      return (await import('./cli/submit-logs.ts')).submitLogs(asked, io)
    case 'answer':
      return (await import('./cli/answer-appeal.ts')).answerAppeal(asked, io)
    case 'watch':
      return (await import('./cli/watch-logs.ts')).watchLogs(asked, io)
    case 'spool':
      return (await import('./cli/tend-spool.ts')).tendSpool(asked, io)
    case 'status':
      return (await import('./cli/show-status.ts')).showStatus(asked, io)
    case 'completions':
      return print(asked.words.map(shell => completionScript(shell, setting)).join(''), io)
  }
}

/** `zcat old.gz | redalert` scans what it is given; with nothing to read, help is meant. */
function withCommand(words: readonly string[], { stdin }: Io): readonly string[] {
  return words.length === 0 && !stdin.isTTY ? ['scan'] : words
}

function settingOf(io: Io): Setting {
  return {
    now: instantOfSeconds(Date.now() / 1000) as Instant,
    families: signatures.map(({ id }) => id),
    exists: name => existsSync(resolve(io.cwd(), name)),
  }
}

function traceOf(error: unknown): string {
  return terminalText(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
