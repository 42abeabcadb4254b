import type { Command } from '../command.ts'
import { unknownFamily } from '../values/family.ts'
import { scanFlags } from './scan-flags.ts'

/** `redalert scan`: which machines in these logs are infected. */
export const scan = {
  summary: 'say which machines in these logs are infected',
  more: [
    'Reads the logs of web servers and says which machines that came to the door are infected, with what, since when, and how sure that is. Files, folders, patterns and - for the standard input; plain, gzip and zstd; the format is found from the content.',
    'Exit code: 0 when a row counts, 1 when none does, 2 when a file could not be opened or read to its end or a flag is wrong, whatever the rows. A row counts when it is at least as sure as --min-grade, or likely when that is not given, and is not set apart as a scanner or a proxy. Stopped with Ctrl-C, it shows what was found until then and exits with 130; again, it ends at once.',
  ],
  words: { shown: '[FILE|FOLDER|GLOB|-]…', least: 0, most: Infinity, areFiles: true },
  examples: [
    { line: 'redalert access.log', does: 'one log' },
    { line: 'redalert /var/log/apache2', does: 'a folder with all its old logs' },
    { line: 'redalert --since 2d --mine 192.0.2.0/24 logs', does: 'two days, your network first' },
    { line: 'redalert --only source access.log', does: 'only the addresses' },
    { line: 'zcat old.gz | redalert --json -', does: 'everything, as JSON' },
    {
      line: 'redalert scan --merge web1.json web2.json',
      does: 'what two machines wrote',
    },
  ],
  flags: scanFlags,
  objection(options, { families }) {
    const { since, until, quiet, output, family, signatures } = options
    const ofLogs = options.merge === true ? readsLogs(options) : undefined
    if (ofLogs !== undefined)
      return `${ofLogs} says how logs are read, and with --merge none are: give it to each scan`
    const unknown =
      signatures === undefined ? unknownFamily(family as readonly string[], families) : undefined
    if (unknown !== undefined) return unknown
    if (quiet === true && output !== undefined)
      return '--quiet writes nothing, and --output says where to: leave one of them away'
    if (typeof since !== 'string' || typeof until !== 'string' || since < until) return undefined
    return `nothing lies between --since ${since} and --until ${until}: --until must be later`
  },
} as const satisfies Command

/** The first flag that is given and means nothing to scans that were written before. */
function readsLogs(options: Readonly<Record<string, unknown>>): string | undefined {
  const given = ofLogs.find(name => {
    const value = options[name]
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
  })
  return given && `--${given.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
}

const ofLogs = [
  'format',
  'zone',
  'clientFrom',
  'sensor',
  'threads',
  'resume',
  'listens',
  'since',
  'until',
  'unread',
  'raw',
] as const
