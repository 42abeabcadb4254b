import type { Command } from './command.ts'
import { answers } from './commands/answers.ts'
import { appeal } from './commands/appeal.ts'
import { atRisk } from './commands/at-risk.ts'
import { backup } from './commands/backup.ts'
import { check } from './commands/check.ts'
import { exercise } from './commands/exercise.ts'
import { decided } from './commands/decided.ts'
import { exportAll } from './commands/export.ts'
import { forget } from './commands/forget.ts'
import { hosts } from './commands/hosts.ts'
import { outbox } from './commands/outbox.ts'
import { owner } from './commands/owner.ts'
import { owners } from './commands/owners.ts'
import { rebuild } from './commands/rebuild.ts'
import { restore } from './commands/restore.ts'
import { serve } from './commands/serve.ts'
import { submissions } from './commands/submissions.ts'
import { submitters } from './commands/submitters.ts'
import { why } from './commands/why.ts'

/** The commands by name, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  serve,
  exercise,
  check,
  submitters,
  appeal,
  hosts,
  decided,
  why,
  'at-risk': atRisk,
  submissions,
  owner,
  owners,
  outbox,
  answers,
  export: exportAll,
  forget,
  rebuild,
  backup,
  restore,
}
