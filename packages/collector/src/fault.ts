import { Fault as CoreFault } from '@redalert/core'

/** What can go wrong in a collector: each code with its one sentence, as `docs/errors.md` shows it. */
export const collectorFaults = {
  'bad-backup': 'The file is no copy of a record, or copying would write over something.',
  'bad-config': 'The configuration or a name in it cannot be used.',
  'folder-in-use': 'A collector is running on the folder.',
  'no-folder': 'No folder with a record was named.',
  'no-secret': 'A password that the configuration asks for cannot be found.',
  'port-taken': 'The collector cannot listen where it should.',
  'mailbox-lost': 'The mailbox cannot be reached.',
  'not-kept':
    'Something that came could not be kept; whoever brought it was told, or it lies where it lay.',
  'not-read': 'Something that is kept could not be read.',
  'not-stored': 'What was read could not be put among the cells.',
  'not-decided': 'Whom to believe could not be worked out: what was decided before still stands.',
  'not-planned': 'A letter to an owner could not be made, or nobody could be asked who owns what.',
  'mail-refused': 'A mail server refuses letters to owners, and not for want of the mailbox.',
  'not-sent': 'A receipt or a letter could not be handed to the mail server.',
} as const satisfies Record<string, string>

/** The faults of a collector. */
export type FaultCode = keyof typeof collectorFaults

/** Something a person must see to. */
export class Fault extends CoreFault<FaultCode> {}
