import { createHash } from 'node:crypto'
import type { ImapFlow } from 'imapflow'
import type { Incoming, IntakeOutcome } from '../intake.ts'
import { mailArrival, type MailParts } from './mail-arrival.ts'
import { mailWatch } from './mail-watch.ts'
import type { Destination, MessageName, UidLedger } from './uid-ledger.ts'

/** What is emptied, and where its messages go. */
export type MailboxOptions = MailParts & {
  /** What the ledger calls the mailbox. */
  readonly name: string
  readonly ledger: UidLedger
  readonly mailbox: string
  readonly processed: string
  readonly failed: string
  readonly mostBytes: number
  readonly everyMilliseconds: number
  readonly report: (error: unknown) => void
}

/** Yields every message that lies in a mailbox, and those that come, as long as the connection holds; and says when it has looked at all. */
export async function* emptyMailbox(
  client: ImapFlow,
  options: MailboxOptions,
  signal: AbortSignal,
): AsyncGenerator<Incoming | 'looked', void> {
  const { name: mailbox, ledger } = options
  await client.mailboxOpen(options.mailbox)
  using watch = mailWatch(client, signal)
  while (!signal.aborted) {
    watch.look()
    const opened = client.mailbox
    if (!opened) throw new Error('the mailbox was closed')
    const validity = String(opened.uidValidity)
    const uids = await client.search({ all: true }, { uid: true })
    if (!uids) throw new Error('the mailbox cannot be searched')
    for (const uid of uids) {
      yield* emptyMessage(client, { mailbox, validity, uid }, options)
      if (signal.aborted) return
    }
    ledger.sweep(mailbox, validity, new Set(uids))
    yield 'looked'
    await watch.changed(options.everyMilliseconds)
    if (!client.usable && !signal.aborted) throw new Error('the connection was lost')
  }
}

/** One message at a time, from its first byte to its last move: the next look must not find what is being moved. */
async function* emptyMessage(
  client: ImapFlow,
  name: MessageName,
  options: MailboxOptions,
): AsyncGenerator<Incoming, void> {
  const { ledger, report } = options
  const settled = ledger.find(name)
  if (settled) return await move(client, name, settled, options)
  const source = await fetchMessage(client, name.uid, options.mostBytes)
  if (source === 'gone') return undefined
  if (source === 'unreadable') return await move(client, name, 'failed', options)
  const sha256 = createHash('sha256').update(source).digest()
  const known = ledger.findBytes(name.mailbox, sha256)
  if (known) {
    ledger.note(name, sha256, known)
    return await move(client, name, known, options)
  }
  const arrival = await mailArrival(source, {}, options).catch(report)
  // It lies there for the next look, and keeps nothing waiting that lies behind it.
  if (!arrival) return undefined
  const outcome = Promise.withResolvers<IntakeOutcome>()
  const moved = Promise.withResolvers<void>()
  yield {
    arrival,
    async settle(became) {
      try {
        // It is kept: whatever happens to the connection from here on, it is not taken again.
        if (became.kind === 'kept') ledger.note(name, sha256, 'processed')
      } finally {
        outcome.resolve(became)
      }
      await moved.promise
    },
  }
  try {
    if ((await outcome.promise).kind === 'kept') await move(client, name, 'processed', options)
  } finally {
    moved.resolve()
  }
}

/** The bytes of a message, `unreadable` when they are too many or the server has none. */
async function fetchMessage(
  client: ImapFlow,
  uid: number,
  mostBytes: number,
): Promise<Buffer | 'gone' | 'unreadable'> {
  const sized = await client.fetchOne(String(uid), { size: true }, { uid: true })
  if (!sized) return 'gone'
  if ((sized.size ?? 0) > mostBytes) return 'unreadable'
  // Servers have been seen that state a size and send another.
  const query = { source: { start: 0, maxLength: mostBytes + 1 } }
  const message = await client.fetchOne(String(uid), query, { uid: true })
  if (!message) return 'gone'
  const { source } = message
  return source && source.length > 0 && source.length <= mostBytes ? source : 'unreadable'
}

async function move(
  client: ImapFlow,
  name: MessageName,
  destination: Destination,
  { ledger, ...folders }: MailboxOptions,
): Promise<void> {
  const moved = await client.messageMove(String(name.uid), folders[destination], { uid: true })
  if (!moved) throw new Error(`a message cannot be moved to ${folders[destination]}`)
  ledger.forget(name)
}
