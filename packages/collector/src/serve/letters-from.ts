import { parseMailbox, type Sender } from '@redalert/notices'
import type { Config } from '../config/schema.ts'
import type { Signing } from '../outbox/posting/sign-mail.ts'
import type { Relay } from '../outbox/send-letters.ts'
import { letterSender } from '../telling/letter-sender.ts'
import { relayFrom } from './relay-from.ts'
import { signingFrom } from './signing-from.ts'

/** In whose name letters are written, by which mail server they go, and by what they are signed. */
export type LettersFrom = {
  readonly sender: Sender
  readonly relay: Relay
  readonly signing?: Signing
}

/** What a configuration says about letters; undefined when it names nobody who writes them. What it says wrongly is a fault. */
export function lettersFrom(
  config: Config,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): LettersFrom | undefined {
  const relay = relayFrom(config, environment)
  if (!relay || config.outbox.organisation === undefined || !parseMailbox(relay.from))
    return undefined
  const signing = signingFrom(config, folder)
  return { sender: letterSender(config), relay, ...(signing && { signing }) }
}
