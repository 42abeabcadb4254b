import { answer } from './commands/answer.ts'
import { completions } from './commands/completions.ts'
import { doctor } from './commands/doctor.ts'
import { families } from './commands/families.ts'
import { helpOn } from './commands/help.ts'
import { letters } from './commands/letters.ts'
import { owner } from './commands/owner.ts'
import { scan } from './commands/scan.ts'
import { signatures } from './commands/signatures.ts'
import { spool } from './commands/spool.ts'
import { status } from './commands/status.ts'
import { submit } from './commands/submit.ts'
import { watch } from './commands/watch.ts'
import { why } from './commands/why.ts'

const explained = {
  scan,
  why,
  owner,
  letters,
  submit,
  answer,
  watch,
  spool,
  status,
  families,
  signatures,
  doctor,
  completions,
}

/** The one table of commands: the parser, the help, the docs and the completions all come from it. */
export const commands = { ...explained, help: helpOn(Object.keys(explained)) }

export type Commands = typeof commands
export type CommandName = keyof Commands

/** The names of all commands, in the order of the help. */
export const commandNames = Object.keys(commands) as readonly CommandName[]

/** What a command line without a command means. */
export const standardCommand = 'scan' satisfies CommandName
