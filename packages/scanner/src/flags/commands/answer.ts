import type { Command } from '../command.ts'
import { text } from '../values/text.ts'
import { submit } from './submit.ts'
import { submitFlags } from './submit-flags.ts'

const { to: _to, allowHttp: _allowHttp, ...flags } = submitFlags
const { dryRun, yes, json, eml } = submit.flags

/** `redalert answer`: answers a collector's appeal for logs. */
export const answer = {
  summary: "answer a collector's appeal for the logs of some days",
  more: [
    'Shows the appeal, and checks that it is the collector’s: its signature must hold, by a key that you know, or by the one that the collector itself hands out at the address to which the answers go. That key is remembered, and an appeal with another one is refused.',
    'Then it reads the logs that can hold lines of those days, once, and sends what they show of the families that are asked for, and nothing else: the matching lines, redacted, and how many lines were read in each hour. It shows what would leave and asks once, as redalert submit does. A log in which there is nothing is an answer too.',
    'Exit code: as of redalert submit; 2 when the appeal is refused or over.',
  ],
  words: { shown: 'URL|FILE LOG|FOLDER|GLOB|-…', least: 2, most: Infinity, areFiles: true },
  examples: [
    {
      line: 'redalert answer https://collector.example.org/appeals/july /var/log/apache2',
      does: 'shows it, asks, sends it',
    },
    {
      line: 'redalert answer --dry-run https://collector.example.org/appeals/july logs',
      does: 'shows what would leave',
    },
  ],
  flags: {
    ...flags,
    key: {
      group: 'Choosing',
      takes: text('KEY'),
      help: "the collector's public key, as you know it",
      more: 'The 43 letters that the page of the appeal shows. It is needed for an appeal that comes as a file, or from another place than its collector.',
    },
    dryRun,
    yes,
    json,
    eml,
  },
} as const satisfies Command
