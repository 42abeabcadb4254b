import { grades } from '@redalert/core'
import { onlyFields } from '../../report/only-fields.ts'
import type { Flags } from '../flag.ts'
import { address } from '../values/address.ts'
import { choice } from '../values/choice.ts'
import { family } from '../values/family.ts'
import { file } from '../values/file.ts'
import { moment } from '../values/moment.ts'
import { network } from '../values/network.ts'
import { text } from '../values/text.ts'
import { wholeNumber } from '../values/whole-number.ts'
import { colorFlag } from './color-flag.ts'
import { readingFlags } from './reading-flags.ts'
import { signaturesFlag } from './signatures-flag.ts'

/** The flags of `redalert scan`. */
export const scanFlags = {
  ...readingFlags,
  sensor: {
    group: 'Reading',
    takes: text('NAME'),
    help: 'the name of the server that wrote the logs',
    more: 'The name of this machine, when not given. What is submitted holds a token in its place.',
  },
  threads: {
    group: 'Reading',
    takes: wholeNumber(256),
    help: 'read with so many threads at once',
    more: 'As many as this machine has cores, when not given. Several files are read at once, and slices of a large one.',
  },
  resume: {
    group: 'Reading',
    takes: file,
    help: 'note in this file how far it is, and go on from there',
    more: 'For very large logs: after Ctrl-C or a crash the same command goes on behind the last file, or slice of one, that was done. What changed since is read again. Like --json, the file holds lines of the logs; it is removed once the scan is whole.',
  },
  merge: {
    group: 'Reading',
    help: 'put together what scans on several machines wrote',
    more: 'The files hold what scan --json wrote, packed or not; all of it is judged again as if one scan had read all the logs. A scan that is there twice counts once.',
  },
  mine: {
    group: 'Choosing',
    often: true,
    takes: network,
    many: true,
    help: 'your own networks, shown first',
    more: 'A machine of yours that sends what infected machines send heads the table. Private addresses are always yours.',
  },
  scanner: {
    group: 'Choosing',
    takes: network,
    many: true,
    help: 'scanners that you know by address',
    more: 'Their rows are set apart and do not count. Those that name themselves, by their agent or host name, are set apart without it.',
  },
  listens: {
    group: 'Choosing',
    takes: address,
    many: true,
    help: 'the addresses at which the server listens',
    more: 'They say what the server could have seen, so that its silence counts too. Without them, the log is asked.',
  },
  family: {
    group: 'Choosing',
    takes: family,
    many: true,
    help: 'show only these families',
  },
  signatures: signaturesFlag,
  since: {
    group: 'Choosing',
    often: true,
    takes: moment,
    help: 'only requests from then on',
    more: 'In UTC: 2001-07-19 (its midnight), 2001-07-19T14:00Z, or so long ago: 90m, 36h, 2d, 1w. Files that cannot hold such requests are not opened.',
  },
  until: {
    group: 'Choosing',
    takes: moment,
    help: 'only requests before then',
    more: 'In the spellings of --since. That moment itself is outside, so --since 2001-07-19 --until 2001-07-20 is one whole day.',
  },
  minGrade: {
    group: 'Choosing',
    often: true,
    takes: choice('GRADE', grades),
    help: 'show and count only what is at least so sure',
    more: 'infected: the lines prove it; likely: hardly anything else sends this; probe: it may also be a person or a tool that looks. Without it, everything is shown, and likely or surer counts for the exit code.',
  },
  json: {
    group: 'Showing',
    often: true,
    oneOf: 'output',
    help: 'JSON lines, which lose nothing',
    more: 'Each line is an object with a kind. `redalert submit` reads it.',
  },
  csv: {
    group: 'Showing',
    often: true,
    oneOf: 'output',
    help: 'a table for spreadsheets',
    more: 'Comma-separated with a heading line, times in UTC. No cell is ever taken for a formula.',
  },
  only: {
    group: 'Showing',
    often: true,
    oneOf: 'output',
    takes: choice('FIELD', onlyFields),
    help: 'only this field, each value once, one a line',
    more: 'For other programs to read, so scanners and proxies are left out.',
  },
  count: {
    short: 'c',
    group: 'Showing',
    oneOf: 'output',
    help: 'only the number of rows that count',
    more: 'It is above 0 exactly when the exit code is 0 for the rows: scanners and proxies do not count, nor what is less sure than --min-grade, or than likely.',
  },
  quiet: {
    short: 'q',
    group: 'Showing',
    often: true,
    help: 'only the exit code',
    more: 'Nothing is written to the standard output, whatever else is asked for; faults are still told.',
  },
  output: {
    short: 'o',
    group: 'Showing',
    takes: file,
    help: 'write to a file',
    more: 'It stands under this name only once it is whole.',
  },
  unread: {
    group: 'Showing',
    help: 'also show each line that could not be read',
    more: 'With its file, its number and the reason.',
  },
  raw: {
    group: 'Showing',
    help: 'show the lines whole, as they are logged',
    more: 'Without it, users, referers, cookies and queries that prove nothing are shown as a dash.',
  },
  color: colorFlag,
  progress: {
    group: 'Showing',
    standard: true,
    help: 'do not show how far it is',
    more: 'It is shown on the standard error, after a second, when that is a terminal.',
  },
  strict: {
    group: 'Ending',
    help: 'exit with 2 when a line could not be read',
  },
  exitZero: {
    group: 'Ending',
    help: 'exit with 0 where it would be 1',
    more: 'For scripts that stop at any other code. What could not be read still exits with 2.',
  },
} as const satisfies Flags
