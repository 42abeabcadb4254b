import { setTimeout as sleep } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { Intake } from '../intake.ts'
import { emptyMailbox, type MailboxOptions } from './empty-mailbox.ts'
import { openUidLedger } from './uid-ledger.ts'

/** The mailbox to empty, and how to reach it. */
export type ImapOptions = Omit<MailboxOptions, 'ledger' | 'name'> & {
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly user: string
  readonly password: string
  /** The file in which it stands what is settled and is not moved yet. */
  readonly ledgerFile: string
}

const firstPause = 1000
const longestPause = 300_000

/**
 * Empties a mailbox: each message is moved away when it is kept, and lies there still when it is not. When the connection
 * is lost, another is made, after longer and longer pauses, until a whole look at the mailbox went well.
 */
export function imapIntake(options: ImapOptions): Intake {
  const { host, port, user, mailbox, processed, failed, report } = options
  return async function* empty(signal) {
    const { ImapFlow } = await import('imapflow')
    using ledger = openUidLedger(options.ledgerFile)
    const name = `${user}@${host}:${port}/${mailbox}`
    let pause = firstPause
    while (!signal.aborted) {
      const client = new ImapFlow({
        host,
        port,
        secure: options.tls,
        auth: { user, pass: options.password },
        logger: false,
        connectionTimeout: 30_000,
        greetingTimeout: 30_000,
        socketTimeout: 120_000,
        maxIdleTime: 60_000,
      })
      let lost: unknown
      client.on('error', error => {
        lost ??= error
      })
      const stop = (): void => client.close()
      signal.addEventListener('abort', stop)
      try {
        await client.connect()
        await makeFolders(client, [processed, failed])
        for await (const step of emptyMailbox(client, { ...options, name, ledger }, signal)) {
          if (step === 'looked') pause = firstPause
          else yield step
        }
      } catch (error) {
        if (!signal.aborted) report(lost ?? error)
      } finally {
        signal.removeEventListener('abort', stop)
        client.close()
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined)
      pause = Math.min(pause * 2, longestPause)
    }
  }
}

async function makeFolders(client: ImapFlow, folders: readonly string[]): Promise<void> {
  for (const folder of folders) await client.mailboxCreate(folder)
}
