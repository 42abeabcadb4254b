import type { Command } from '../command.ts'
import { choice } from '../values/choice.ts'
import { file } from '../values/file.ts'
import { text } from '../values/text.ts'
import { ownerFlags } from './owner-flags.ts'
import { readingFlags } from './reading-flags.ts'
import { scanFlags } from './scan-flags.ts'

const { sensor, mine, scanner, family, since, until } = scanFlags

/** `redalert letters`: a letter to each owner, ready to be sent. */
export const letters = {
  summary: 'write a letter to each owner; nothing is sent',
  more: [
    'Scans the logs, finds who answers for each machine, and writes one mail for each of them, in your name and with the proof: open it in your mail program, read it, send it. Only what is infected or likely is told, and only what was seen in the last 30 days: an old address may be somebody else’s by now.',
    'Exit code: 0 when a letter was written, 1 when none, 2 when a file could not be read or written or a flag is wrong.',
  ],
  words: { shown: '[FILE|FOLDER|GLOB|-]…', least: 1, most: Infinity, areFiles: true },
  examples: [
    {
      line: 'redalert letters logs --out letters --from me@example.org --lookup',
      does: 'all the steps at once',
    },
    {
      line: 'redalert letters access.log --out letters --owners known.txt',
      does: 'asks no registry',
    },
  ],
  flags: {
    out: {
      group: 'Showing',
      often: true,
      takes: file,
      help: 'the folder for the letters; needed',
      more: 'It is made when it is not there. A letter never takes the place of a file.',
    },
    from: {
      group: 'Showing',
      often: true,
      takes: text('ADDRESS'),
      help: 'your own mail address, to which owners answer',
      more: 'As in admin@example.org or "Web team <web@example.org>". Without it $EMAIL is taken.',
    },
    form: {
      group: 'Showing',
      takes: choice('FORM', ['digest', 'text', 'xarf', 'cert']),
      standard: 'digest',
      help: 'what a letter holds',
      more: 'digest: text, a table in CSV and a report in XARF; text: the text alone; xarf: one mail for each machine, for programs; cert: for national teams.',
    },
    staleAfter: {
      group: 'Choosing',
      takes: text('DAYS'),
      standard: '30',
      help: 'tell nothing older than so many days',
    },
    ...ownerFlags,
    ...readingFlags,
    sensor,
    mine,
    scanner,
    family,
    since,
    until,
  },
} as const satisfies Command
