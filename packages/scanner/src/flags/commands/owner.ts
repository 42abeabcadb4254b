import type { Command } from '../command.ts'
import { scanFlags } from './scan-flags.ts'
import { ownerFlags } from './owner-flags.ts'

/** `redalert owner`: who answers for an address. */
export const owner = {
  summary: 'say who answers for an address, and why',
  more: [
    'Names the mailbox to tell, the network, the way from the registry to it, and everybody else who was named. It would rather name nobody than the wrong one.',
    'Exit code: 0 when somebody was found for an address, 1 when for none, 2 when a word or a list is wrong.',
  ],
  words: { shown: 'ADDRESS…', least: 1, most: Infinity },
  examples: [
    { line: 'redalert owner 192.0.2.7', does: 'asks you, then the registries' },
    { line: 'redalert owner --owners known.txt 192.0.2.7', does: 'your own list first' },
  ],
  flags: { ...ownerFlags, json: { ...scanFlags.json, help: 'one JSON object to a line' } },
} as const satisfies Command
