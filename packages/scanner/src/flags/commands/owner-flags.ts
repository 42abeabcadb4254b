import type { Flags } from '../flag.ts'
import { file } from '../values/file.ts'

/** The flags of every command that asks who answers for an address. */
export const ownerFlags = {
  lookup: {
    group: 'Choosing',
    often: true,
    help: 'ask the registries (RDAP, WHOIS)',
    more: 'They then see the addresses. Without it nobody outside is asked: on a terminal you are asked first, elsewhere only --owners and earlier answers are used.',
  },
  owners: {
    group: 'Choosing',
    often: true,
    takes: file,
    help: 'a list of owners that you know better',
    more: 'One to a line: 192.0.2.0/24 abuse@example.org language=nl agreed by telephone. With "stop" in place of the mailbox nobody is told.',
  },
  never: {
    group: 'Choosing',
    takes: file,
    help: 'a list of those who are never told',
    more: 'One to a line: 192.0.2.0/24 ignore|hold|port-only the reason. Special-purpose addresses and the mailboxes of registries are always on it.',
  },
} as const satisfies Flags
