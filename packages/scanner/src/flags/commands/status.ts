import type { Command } from '../command.ts'
import { scanFlags } from './scan-flags.ts'
import { submitFlags } from './submit-flags.ts'

const { to, keyFile, allowHttp } = submitFlags

/** `redalert status`: what became of what was submitted. */
export const status = {
  summary: 'ask a collector what became of the machines you told of',
  more: [
    'Says of how many machines you told, of how many somebody who answers for them was told, and how it stands with them. It asks with the key with which you submit: nobody else is told, and no machine is named.',
    'Exit code: 0 when the collector answered, 1 when it could not be reached, 2 when it refused or a flag is wrong.',
  ],
  words: { shown: '', least: 0, most: 0 },
  examples: [
    {
      line: 'redalert status --to https://collector.example.org --key-file redalert.key',
      does: 'how it stands with what you told',
    },
  ],
  flags: {
    to: {
      ...to,
      more: 'As in https://collector.example.org. Without it $REDALERT_TO is taken. A mailbox cannot be asked.',
    },
    keyFile: {
      ...keyFile,
      more: 'Without it $REDALERT_KEY is taken. A key goes over HTTPS only, and never stands on the command line, where others see it.',
    },
    allowHttp,
    json: { ...scanFlags.json, help: 'what the collector answers, as JSON', more: 'One object.' },
  },
} as const satisfies Command
