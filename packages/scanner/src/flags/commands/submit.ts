import type { Command } from '../command.ts'
import { scanFlags } from './scan-flags.ts'
import { submitFlags } from './submit-flags.ts'

const { since, until } = scanFlags

/** `redalert submit`: tells a collector what the logs show. */
export const submit = {
  summary: 'tell a collector what your logs show',
  more: [
    'Scans the logs, or takes what scan --json wrote, and sends what was found, whatever its grade: the matching lines only, redacted as scan shows them, and how many lines were read in each hour. The name of your server leaves as a token. Your own machines, private addresses, host names and times of an unknown zone never leave.',
    'It shows what would leave and asks once; where nobody can be asked, say --yes. What cannot be sent now waits in the spool, and redalert spool send tries again: nothing is lost, and nothing counts twice.',
    'Exit code: 0 when the collector or the mail system has all of it, 1 when something waits or there is nothing to send, 2 when something was refused, a file could not be read, or a flag is wrong.',
  ],
  words: { shown: '[FILE|FOLDER|GLOB|-]…', least: 1, most: Infinity, areFiles: true },
  examples: [
    {
      line: 'redalert submit --to https://collector.example.org access.log',
      does: 'shows it, asks, sends it',
    },
    {
      line: 'redalert submit --dry-run --to mailto:redalert@example.org logs',
      does: 'shows the mails',
    },
    {
      line: 'redalert scan --json logs | redalert submit --yes --to https://c.example.org -',
      does: 'what a scan wrote',
    },
  ],
  flags: {
    ...submitFlags,
    dryRun: {
      short: 'n',
      group: 'Showing',
      often: true,
      help: 'show exactly what would leave, and send nothing',
      more: 'On the standard output, byte for byte: one submission to a line, or the mails.',
    },
    yes: {
      short: 'y',
      group: 'Showing',
      often: true,
      help: 'send without asking',
    },
    json: {
      ...scanFlags.json,
      help: 'the receipts as JSON lines',
      more: 'What waits or was refused is told as a line too.',
    },
    eml: {
      group: 'Showing',
      takes: scanFlags.output.takes,
      help: 'write the mails into this folder, and send none',
      more: 'They are drafts: open each in your mail program, and send it. This is also done, in the current folder, where no sendmail is installed.',
    },
    since,
    until,
  },
  objection({ since, until }) {
    if (typeof since !== 'string' || typeof until !== 'string' || since < until) return undefined
    return `nothing lies between --since ${since} and --until ${until}: --until must be later`
  },
} as const satisfies Command
