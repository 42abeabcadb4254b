import type { ImapFlow } from 'imapflow'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Incoming, Intake } from '../intake.ts'
import { mailArrival, type MailParts } from './mail-arrival.ts'

/** The mailbox to empty. */
export type ImapOptions = MailParts & {
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly user: string
  readonly password: string
  readonly mailbox: string
  readonly processed: string
  readonly failed: string
  readonly mostBytes: number
  readonly everyMilliseconds: number
  readonly report: (error: unknown) => void
}

const firstPause = 1000
const longestPause = 300_000

/**
 * Empties a mailbox: each message is moved away when it is kept, and lies there still when it is not. A message that was
 * kept and could not be moved is met again, and known by its bytes. When the connection is lost, another is made, after
 * longer and longer pauses.
 */
export function imapIntake(options: ImapOptions): Intake {
  return async function* empty(signal) {
    const { ImapFlow } = await import('imapflow')
    let pause = firstPause
    while (!signal.aborted) {
      const client = new ImapFlow({
        host: options.host,
        port: options.port,
        secure: options.tls,
        auth: { user: options.user, pass: options.password },
        logger: false,
        socketTimeout: 120_000,
      })
      client.on('error', () => undefined)
      const stop = (): void => client.close()
      signal.addEventListener('abort', stop)
      try {
        await client.connect()
        await makeFolders(client, options)
        pause = firstPause
        yield* messages(client, options, signal)
      } catch (error) {
        if (!signal.aborted) options.report(error)
      } finally {
        signal.removeEventListener('abort', stop)
        client.close()
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined)
      pause = Math.min(pause * 2, longestPause)
    }
  }
}

async function makeFolders(client: ImapFlow, { processed, failed }: ImapOptions): Promise<void> {
  for (const folder of [processed, failed]) await client.mailboxCreate(folder)
}

/** Every message that lies in the mailbox, and those that come, as long as the connection holds. */
async function* messages(
  client: ImapFlow,
  options: ImapOptions,
  signal: AbortSignal,
): AsyncGenerator<Incoming, void> {
  const lock = await client.getMailboxLock(options.mailbox)
  try {
    while (!signal.aborted) {
      const found = await client.search({ all: true }, { uid: true })
      for (const uid of found || []) {
        const incoming = await takeMessage(client, uid, options)
        if (incoming) yield incoming.incoming
        // One at a time: the next look must not find what is being moved.
        await incoming?.settled
        if (signal.aborted) return
      }
      await waitForMail(client, options.everyMilliseconds, signal)
    }
  } finally {
    lock.release()
  }
}

async function takeMessage(
  client: ImapFlow,
  uid: number,
  options: ImapOptions,
): Promise<{ readonly incoming: Incoming; readonly settled: Promise<void> } | undefined> {
  const { mostBytes, processed, failed } = options
  const sized = await client.fetchOne(String(uid), { size: true }, { uid: true })
  if (!sized) return undefined
  if ((sized.size ?? 0) > mostBytes) {
    await client.messageMove(String(uid), failed, { uid: true })
    return undefined
  }
  const message = await client.fetchOne(String(uid), { source: true }, { uid: true })
  if (!message || !message.source) return undefined
  const arrival = await mailArrival(message.source, {}, options)
  const { promise: settled, resolve, reject } = Promise.withResolvers<void>()
  settled.catch(() => undefined)
  return {
    settled,
    incoming: {
      arrival,
      async settle({ kind }) {
        try {
          if (kind === 'kept') await client.messageMove(String(uid), processed, { uid: true })
          resolve()
        } catch (error) {
          reject(error)
          throw error
        }
      },
    },
  }
}

/** Until the server says that something came, or for a while. */
async function waitForMail(
  client: ImapFlow,
  milliseconds: number,
  signal: AbortSignal,
): Promise<void> {
  await new Promise<void>(resolve => {
    const done = (): void => {
      clearTimeout(timer)
      client.off('exists', done)
      client.off('close', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    client.on('exists', done)
    client.on('close', done)
    signal.addEventListener('abort', done)
  })
  if (!client.usable) throw new Error('the connection to the mailbox was lost')
}
