import { readFileSync } from 'node:fs'
import { type Network, parseNetwork } from '@redalert/core'
import type { Config } from '../config/schema.ts'
import type { MailParts } from '../intake/mail/mail-arrival.ts'
import { messageMemory } from '../intake/mail/message-memory.ts'
import { type Listening, listenSmtp, type SmtpOptions } from '../intake/mail/smtp.ts'
import { rateLimit } from '../intake/rate.ts'
import { listenAddress } from './listen-address.ts'
import { tryListen } from './try-listen.ts'

/** The servers that take mail in. */
export type MailServers = {
  readonly all: readonly Listening[]
  readonly ports: { readonly smtp?: number; readonly lmtp?: number }
}

/** Listens by SMTP and by LMTP, as a configuration says. */
export async function listenMail(
  { smtp }: Config,
  parts: MailParts & Pick<SmtpOptions, 'clock' | 'isAnswered'>,
): Promise<MailServers> {
  const common = {
    ...parts,
    name: smtp.name,
    localParts: smtp.mailboxes,
    domains: smtp.domains,
    mostBytes: smtp.max_message_mb * 1024 * 1024,
    memory: messageMemory(smtp.max_memory_mb * 1024 * 1024),
    mostMessageMilliseconds: smtp.max_message_seconds * 1000,
    mostClients: smtp.max_clients,
    rate: rateLimit(smtp.per_minute),
    trusted: smtp.trusted_relays
      .map(text => parseNetwork(text))
      .filter((network): network is Network => network !== undefined),
    ...(smtp.tls_cert !== undefined &&
      smtp.tls_key !== undefined && {
        tls: { cert: readFileSync(smtp.tls_cert), key: readFileSync(smtp.tls_key) },
      }),
  }
  const open = async (
    setting: string,
    protocol: 'smtp' | 'lmtp',
    where: string,
  ): Promise<Listening | undefined> => {
    const address = listenAddress(where)
    return (
      address &&
      (await tryListen(setting, where, () => listenSmtp({ ...common, ...address, protocol })))
    )
  }
  const direct = await open('smtp.listen', 'smtp', smtp.listen)
  const behind = await open('smtp.lmtp', 'lmtp', smtp.lmtp)
  return {
    all: [direct, behind].filter(each => each !== undefined),
    ports: { ...(direct && { smtp: direct.port }), ...(behind && { lmtp: behind.port }) },
  }
}
