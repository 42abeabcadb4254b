import type { Command } from '../command.ts'
import type { Flags } from '../flag.ts'
import type { Setting } from '../setting.ts'
import { colorFlag } from './color-flag.ts'
import { signaturesFlag } from './signatures-flag.ts'

const familiesFlags = {
  signatures: signaturesFlag,
  json: {
    group: 'Showing',
    often: true,
    oneOf: 'output',
    help: 'JSON lines: each family as its file holds it',
  },
  markdown: {
    group: 'Showing',
    often: true,
    oneOf: 'output',
    help: 'a page for people, as docs/families.md',
  },
  color: colorFlag,
} as const satisfies Flags

/** `redalert families`: what is looked for, and what a log can prove of it. */
export const families = {
  summary: 'list the families, or tell all about one',
  more: [
    'Each with the hole it comes through and the most that a log can ever show of it. With an id: its dossier, its marks with their conditions, what they prove, and what the owner of a machine should do.',
  ],
  words: {
    shown: '[ID]',
    least: 0,
    most: 1,
    offered: ({ families }: Setting) => families,
  },
  examples: [
    { line: 'redalert families', does: 'all of them' },
    { line: 'redalert families nimda', does: 'one of them' },
    { line: 'redalert families --markdown', does: 'a page about all of them' },
  ],
  flags: familiesFlags,
} as const satisfies Command
