import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { headerText, parseMailbox, parseWebLink, type Sender } from '@redalert/notices'
import type { Config } from '../config/schema.ts'
import { Fault } from '../fault.ts'

/** Who writes the letters, as a configuration says. A letter in nobody's name is not made. */
export function letterSender({ relay, outbox }: Config): Sender {
  const mailbox = relay && parseMailbox(relay.from)
  if (!mailbox || outbox.organisation === undefined)
    throw new Fault(
      'bad-config',
      'Letters need a name and an address: set outbox.organisation and relay.from in redalert.toml.',
    )
  const website = outbox.website === undefined ? undefined : parseWebLink(outbox.website)
  return {
    kind: 'desk',
    mailbox,
    organisation: headerText(outbox.organisation),
    ...(website && { website }),
  }
}

const keyBytes = 32

/** The key by which our return addresses are known from guessed ones; it is made at first use, and kept. */
export function returnKey(folder: string, random: (count: number) => Uint8Array): Uint8Array {
  const file = join(folder, 'return.key')
  if (!existsSync(file)) writeFileSync(file, random(keyBytes), { mode: 0o600, flag: 'wx' })
  return readFileSync(file)
}
