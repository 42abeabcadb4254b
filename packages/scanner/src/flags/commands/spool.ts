import type { Command } from '../command.ts'
import { scanFlags } from './scan-flags.ts'
import { submitFlags } from './submit-flags.ts'

const { spool: folder, to, keyFile, allowHttp } = submitFlags

/** `redalert spool`: the submissions that wait. */
export const spool = {
  summary: 'show, send or drop submissions that wait',
  more: [
    'list shows what waits to be sent and what was refused, with the reason. send tries again at once, or only what is due with --due; named by its beginning, also what was refused. drop throws away what is named.',
    'Exit code: 0 when nothing waits any more or something was dropped, 1 when something waits, 2 when something is refused or a word is wrong.',
  ],
  words: {
    shown: '[list|send|drop] [ID]…',
    least: 0,
    most: Infinity,
    verbs: ['list', 'send', 'drop'],
  },
  examples: [
    { line: 'redalert spool', does: 'what waits, and why' },
    { line: 'redalert spool send', does: 'tries all of it again' },
    { line: 'redalert spool drop 3fa9', does: 'throws one away' },
  ],
  flags: {
    spool: folder,
    due: {
      group: 'Choosing',
      help: 'send only what has waited long enough',
      more: 'For a job that runs every few minutes: each failure is followed by a longer wait.',
    },
    to: {
      ...to,
      help: 'send to this collector instead',
      more: 'For a collector that moved. Mails cannot become submissions by HTTPS, nor these mails.',
    },
    keyFile: { ...keyFile, needs: 'to', help: 'the key for the collector of --to' },
    allowHttp,
    json: { ...scanFlags.json, help: 'one JSON object to a line', more: 'Each has a kind.' },
  },
} as const satisfies Command
