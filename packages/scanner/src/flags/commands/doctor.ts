import type { Command } from '../command.ts'
import type { Flags } from '../flag.ts'
import { file } from '../values/file.ts'
import { colorFlag } from './color-flag.ts'
import { readingFlags } from './reading-flags.ts'

const doctorFlags = {
  ...readingFlags,
  config: {
    group: 'Reading',
    often: true,
    takes: file,
    many: true,
    help: "also read this file of the server's configuration",
    more: 'Of Apache, nginx or IIS: httpd.conf, nginx.conf, applicationHost.config or a part of one. What it includes is not followed: name it too.',
  },
  json: {
    group: 'Showing',
    often: true,
    help: 'JSON lines: each log, each advice, each suggestion',
  },
  color: colorFlag,
} as const satisfies Flags

/** `redalert doctor`: what would make a log a better witness. */
export const doctor = {
  summary: 'say what would make your logs better witnesses',
  more: [
    "Looks at the first lines of each log and says which server wrote it, what is missing that would help to find an infected machine (the client's port, the zone, the agent, the query, the client behind a proxy), and the lines to write into that server's configuration. For lines that no format reads it suggests a format string, tried on those lines.",
    'Exit code: 0 when nothing is missing, 1 when there is an advice, 2 when a file could not be read or a flag is wrong.',
  ],
  words: { shown: '[FILE|FOLDER|GLOB|-]…', least: 0, most: Infinity, areFiles: true },
  examples: [
    { line: 'redalert doctor access.log', does: 'one log' },
    { line: 'redalert doctor /var/log/nginx', does: 'all logs of a server' },
    {
      line: 'redalert doctor --config /etc/nginx/nginx.conf /var/log/nginx',
      does: 'and its configuration',
    },
  ],
  flags: doctorFlags,
} as const satisfies Command
