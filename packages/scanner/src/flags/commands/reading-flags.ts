import type { Flags } from '../flag.ts'
import { format } from '../values/format.ts'
import { network } from '../values/network.ts'
import { text } from '../values/text.ts'
import { zone } from '../values/zone.ts'

/** How lines are read, for every command that reads logs. */
export const readingFlags = {
  format: {
    group: 'Reading',
    takes: format,
    help: 'read every line in this format',
    more: "Or in the format string of your server's configuration, in quotes: Apache's LogFormat or nginx's log_format. Without it, each line is read in the format that fits it.",
  },
  zone: {
    group: 'Reading',
    often: true,
    takes: zone,
    help: 'the time zone of logs that name none',
    more: 'As in Europe/Berlin, +02:00 or UTC. Without it, such times are read as UTC and marked as assumed, and are not submitted.',
  },
  clientFrom: {
    group: 'Reading',
    takes: text('HEADER'),
    needs: 'trustedProxy',
    help: 'take the client from this logged header',
    more: 'As in X-Forwarded-For. The header is read from its right end, and only as far as trusted proxies wrote it: everything left of them is the word of a stranger.',
  },
  trustedProxy: {
    group: 'Reading',
    takes: network,
    many: true,
    help: 'your own proxies, whose word is taken',
    more: 'Their addresses are set apart: they pass on what others send.',
  },
} as const satisfies Flags
