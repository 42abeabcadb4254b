import { targets } from '../../spool/targets.ts'
import type { Flags } from '../flag.ts'
import { choice } from '../values/choice.ts'
import { file } from '../values/file.ts'
import { recipient } from '../values/recipient.ts'
import { text } from '../values/text.ts'
import { readingFlags } from './reading-flags.ts'
import { scanFlags } from './scan-flags.ts'

const { sensor, mine, listens } = scanFlags

/** The flags of every command that submits. */
export const submitFlags = {
  to: {
    group: 'Choosing',
    often: true,
    takes: recipient,
    help: 'the collector: its web address, or its mailbox',
    more: 'As in https://collector.example.org or mailto:redalert@example.org. Without it $REDALERT_TO is taken. A mail has the matching lines as its text and their format as its subject.',
  },
  keyFile: {
    group: 'Choosing',
    often: true,
    takes: file,
    help: 'the file that holds your key',
    more: 'Without it $REDALERT_KEY is taken; without both, you submit as nobody in particular. A key goes over HTTPS only, and never stands on the command line, where others see it.',
  },
  allowHttp: {
    group: 'Choosing',
    help: 'also submit over http, which others can read',
    more: 'To this machine itself http is always allowed. A key is not sent over it.',
  },
  target: {
    group: 'Choosing',
    takes: choice('HOW', targets),
    standard: 'network',
    help: 'how much to tell of the addresses you listen on',
    more: 'Lines never name them: scan redacts them. show: told whole, so that the owner of an infected machine finds the connections in their own records, and your silence counts. network: as 192.0.2.0/24 or a /48; many owners can still look. hide: not at all; some providers then refuse to look, and what your server did not see proves nothing.',
  },
  from: {
    group: 'Choosing',
    takes: text('ADDRESS'),
    help: 'who writes, for submissions by mail',
    more: 'As in admin@example.org. Without it $EMAIL is taken, or what the mail system puts there. Receipts go to an address that the collector knows.',
  },
  ...readingFlags,
  sensor,
  mine,
  listens,
  spool: {
    group: 'Choosing',
    takes: text('FOLDER'),
    help: 'where submissions wait until they are sent',
    more: 'Without it, $XDG_STATE_HOME/redalert/spool or %LOCALAPPDATA%\\redalert\\spool.',
  },
} as const satisfies Flags
