import type { Command } from '../command.ts'
import { text } from '../values/text.ts'
import { submitFlags } from './submit-flags.ts'

/** `redalert watch`: follows logs and submits what comes in. */
export const watch = {
  summary: 'follow logs, and submit what they show',
  more: [
    'Reads the logs from where it was left, follows them through every kind of rotation (renamed, copied and emptied, packed, deleted, a link that moves on), and submits every few minutes what was found, whatever its grade. Killed at any moment it goes on where it was: no line is lost, and none counts twice. The first time, it reads what stands in the files that are named.',
    'It asks nothing: look at redalert submit --dry-run first, which shows what would leave. Exit code: 0 when it was stopped or --once is done, 1 when then something waits in the spool, 2 when something was refused or a flag is wrong.',
  ],
  words: { shown: 'FILE|FOLDER|GLOB…', least: 0, most: Infinity, areFiles: true },
  examples: [
    {
      line: 'redalert watch --to https://collector.example.org /var/log/nginx/access.log',
      does: 'until it is stopped',
    },
    {
      line: 'redalert watch --once --to https://c.example.org access.log',
      does: 'what is new, for cron',
    },
    {
      line: 'redalert watch --systemd --to https://c.example.org /var/log/nginx/access.log',
      does: 'a unit for systemd',
    },
  ],
  flags: {
    ...submitFlags,
    every: {
      group: 'Choosing',
      often: true,
      takes: text('MINUTES'),
      standard: '10',
      help: 'submit what was found every so many minutes',
    },
    once: {
      group: 'Choosing',
      often: true,
      help: 'read and submit what is new, and end',
      more: 'For cron and the Task Scheduler of Windows: the next time it goes on where it ended.',
    },
    systemd: {
      group: 'Showing',
      often: true,
      help: 'print a unit for systemd that does this, and end',
    },
  },
} as const satisfies Command
