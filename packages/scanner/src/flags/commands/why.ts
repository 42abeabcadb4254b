import type { Command } from '../command.ts'
import type { Flags } from '../flag.ts'
import { colorFlag } from './color-flag.ts'
import { readingFlags } from './reading-flags.ts'
import { signaturesFlag } from './signatures-flag.ts'

const whyFlags = {
  ...readingFlags,
  signatures: signaturesFlag,
  json: {
    group: 'Showing',
    often: true,
    help: 'JSON lines, which lose nothing',
    more: 'Each line is an object with a kind: a line, or a source.',
  },
  raw: {
    group: 'Showing',
    help: "show a source's lines whole, as they are logged",
    more: 'Without it, users, referers, cookies and queries that prove nothing are shown as a dash. A line that you name yourself is always whole.',
  },
  color: colorFlag,
} as const satisfies Flags

/** `redalert why`: everything that led to a judgement. */
export const why = {
  summary: 'say why a line or an address is judged as it is',
  more: [
    'A line, in quotes or by its place: the format and the fields found in it, how the request is decoded, the conditions that were tried, the marks, and what they prove. For a line without a mark, the nearest one and the condition that failed; for a line that no format reads, what keeps it from the nearest formats. A dash reads lines from the standard input.',
    'An address and the logs it stands in: its marks hour by hour, the judgement, and what a surer one would need.',
    'Exit code: 0 when there is a mark, 1 when there is none, 2 when a file could not be read or a flag is wrong.',
  ],
  words: {
    shown: 'LINE|FILE:NUMBER…|ADDRESS FILE…|-',
    least: 1,
    most: Infinity,
    areFiles: true,
  },
  examples: [
    { line: 'redalert why access.log:12', does: 'the line that scan names' },
    { line: 'redalert why 192.0.2.7 /var/log/apache2', does: 'all that one address did' },
    { line: 'zcat old.gz | tail -1 | redalert why -', does: 'a line from anywhere' },
  ],
  flags: whyFlags,
} as const satisfies Command
