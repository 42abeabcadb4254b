import type { Command } from '../command.ts'

/** `redalert signatures check`: does a family's file convince? */
export const signatures = {
  summary: 'check the files of your own families',
  more: [
    'Says with file, line and column what a reviewer would object to, and what to do: the form of the file; samples that do not give what they must; conditions and literals that nothing needs; marks that other families have too. A folder stands for the .json files in it, and files named together are seen beside each other.',
    'Exit code: 0 when all convince, 1 when something is objected to, 2 when a file could not be read or a flag is wrong.',
  ],
  words: {
    shown: 'check FILE|FOLDER…',
    least: 2,
    most: Infinity,
    verbs: ['check'],
    areFiles: true,
  },
  examples: [
    { line: 'redalert signatures check my-worm.json', does: 'one file' },
    { line: 'redalert scan --signatures mine access.log', does: 'look for those that convince' },
  ],
  flags: {
    json: {
      group: 'Showing',
      often: true,
      help: 'JSON lines: each objection, then each family',
    },
  },
} as const satisfies Command
