import type { ConnectionOptions } from 'node:tls'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { contains, type Network, parseAddress } from '@redalert/core'
import { type IncomingQueue, incomingQueue } from '../incoming-queue.ts'
import type { Incoming, Intake, IntakeOutcome } from '../intake.ts'
import { networkOf, type Rate } from '../rate.ts'
import { mailArrival, type MailParts } from './mail-arrival.ts'
import type { MessageMemory } from './message-memory.ts'
import type { Origin } from './prove-sender.ts'
import { isRecipient } from './recipient.ts'

/** How mail is taken in by SMTP, or by LMTP behind another mail server. */
export type SmtpOptions = MailParts & {
  readonly protocol: 'smtp' | 'lmtp'
  readonly host: string
  readonly port: number
  /** How the server calls itself. */
  readonly name: string
  readonly localParts: readonly string[]
  /** Any domain where none is named. */
  readonly domains: readonly string[]
  /** Whether an address is one that a letter of ours names, to which bounces and answers come. */
  readonly isAnswered?: (address: string) => boolean
  readonly mostBytes: number
  /** What all messages share that are on their way in. */
  readonly memory: MessageMemory
  /** A message that takes longer is given up, and whoever sends it is hung up on: a client that drips is never idle. */
  readonly mostMessageMilliseconds: number
  readonly mostClients: number
  readonly rate: Rate
  /** Mail servers whose word is taken (XFORWARD) for where a message came from. */
  readonly trusted: readonly Network[]
  readonly tls?: Pick<ConnectionOptions, 'key' | 'cert'>
  readonly clock: () => number
}

/** A way in that listens; `port` is the one it got. */
export type Listening = AsyncDisposable & { readonly intake: Intake; readonly port: number }

/** Listens for mail. A message is acknowledged when it is on disk, and not before. */
export async function listenSmtp(options: SmtpOptions): Promise<Listening> {
  const queue = incomingQueue()
  const { protocol, tls, name, mostBytes, mostClients } = options
  const relays = new WeakSet<SMTPServerSession>()
  const server = new SMTPServer({
    ...tls,
    lmtp: protocol === 'lmtp',
    name,
    banner: 'redalert',
    size: mostBytes,
    rejectOversized: true,
    maxClients: mostClients,
    socketTimeout: 60_000,
    closeTimeout: 5000,
    disableReverseLookup: true,
    hideSMTPUTF8: true,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    useXForward: options.trusted.length > 0,
    logger: false,
    onConnect(session, callback) {
      const visit = options.rate(networkOf(session.remoteAddress), options.clock())
      const isTrusted = isFrom(session, options.trusted)
      if (isTrusted) relays.add(session)
      else session.disabledCommands = ['AUTH', 'XFORWARD', ...(tls ? [] : ['STARTTLS'])]
      callback(
        visit.isIn || isTrusted ? null : refusal(421, 'too many connections: come back later'),
      )
    },
    onRcptTo({ address }, _session, callback) {
      const isOurs = isRecipient(address, options) || options.isAnswered?.(address) === true
      callback(isOurs ? null : refusal(550, '5.1.1 there is no such mailbox here'))
    },
    onData(stream, session, callback) {
      const tell = ({ error, text }: Answer): void => {
        const isMany = protocol === 'lmtp' && !error
        callback(error, isMany ? session.envelope.rcptTo.map(() => text) : text)
      }
      const origin = originOf(session, relays.has(session))
      const timer = setTimeout(() => hangUp(server, session), options.mostMessageMilliseconds)
      stream.once('close', () => clearTimeout(timer))
      void answerMessage(stream, origin, { ...options, queue, tell })
    },
  })
  server.on('error', () => undefined)
  const port = await new Promise<number>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(options.port, options.host, () => {
      const address = server.server.address()
      resolve(typeof address === 'object' && address ? address.port : options.port)
    })
  })
  return {
    port,
    intake: queue.drain,
    [Symbol.asyncDispose]: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
      })
    },
  }
}

function hangUp({ connections }: SMTPServer, session: SMTPServerSession): void {
  for (const connection of connections) {
    if (connection.session !== session) continue
    connection.send(421, '4.4.2 the message took too long: send it again')
    connection.close()
  }
}

type Answer = { readonly error: Error | null; readonly text: string }

async function answerMessage(
  stream: SMTPServerDataStream,
  origin: Origin,
  {
    queue,
    tell,
    ...options
  }: SmtpOptions & {
    readonly queue: IncomingQueue
    readonly tell: (answer: Answer) => void
  },
): Promise<void> {
  try {
    tell(await takeMessage(stream, origin, options, queue))
  } catch {
    tell({ error: refusal(451, '4.3.0 it was not kept: send it again later'), text: '' })
  }
}

async function takeMessage(
  stream: SMTPServerDataStream,
  origin: Origin,
  options: SmtpOptions,
  queue: IncomingQueue,
): Promise<Answer> {
  let held = 0
  try {
    const read = await readMessage(stream, options, bytes => {
      const isThere = options.memory.take(bytes)
      if (isThere) held += bytes
      return isThere
    })
    if (read === 'too-large' || stream.sizeExceeded)
      return { error: refusal(552, '5.3.4 it is too large: send it in parts'), text: '' }
    if (read === 'too-many')
      return { error: refusal(452, '4.3.1 too much comes at once: send it later'), text: '' }
    return answerTo(await keepMessage(read, origin, options, queue))
  } finally {
    options.memory.give(held)
  }
}

/** Reads a message to its end, for what was not read yet would be taken for commands; but it holds no more of one that it refuses. */
async function readMessage(
  stream: SMTPServerDataStream,
  { mostBytes }: SmtpOptions,
  take: (bytes: number) => boolean,
): Promise<Buffer | 'too-large' | 'too-many'> {
  let chunks: Buffer[] = []
  let length = 0
  let isTooMuch = false
  for await (const chunk of stream) {
    const bytes = chunk as Buffer
    length += bytes.length
    if (isTooMuch || length > mostBytes) continue
    if (take(bytes.length)) chunks.push(bytes)
    else {
      isTooMuch = true
      chunks = []
    }
  }
  if (length > mostBytes) return 'too-large'
  return isTooMuch ? 'too-many' : Buffer.concat(chunks)
}

async function keepMessage(
  message: Buffer,
  origin: Origin,
  options: SmtpOptions,
  queue: IncomingQueue,
): Promise<IntakeOutcome> {
  const arrival = await mailArrival(message, origin, options)
  return await new Promise<IntakeOutcome>(resolve => {
    queue.push({
      arrival,
      settle(became) {
        resolve(became)
        return Promise.resolve()
      },
    } satisfies Incoming)
  })
}

function answerTo(outcome: IntakeOutcome): Answer {
  switch (outcome.kind) {
    case 'kept':
      return { error: null, text: `2.0.0 kept as ${outcome.id}` }
    case 'full':
      return { error: refusal(452, '4.3.1 there is no room: send it again later'), text: '' }
    case 'conflict':
    case 'failed':
      return { error: refusal(451, '4.3.0 it was not kept: send it again later'), text: '' }
  }
}

/**
 * What a trusted relay forwards about a client stands for the client, in this one message: what it does not say of the
 * next is not known, and is not the last one's.
 */
function originOf(session: SMTPServerSession, isRelay: boolean): Origin {
  const { envelope, xForward, remoteAddress, hostNameAppearsAs } = session
  const envelopeFrom = envelope.mailFrom ? envelope.mailFrom.address : ''
  const recipients = envelope.rcptTo.map(({ address }) => address)
  if (!isRelay)
    return { ip: remoteAddress, helo: hostNameAppearsAs || '', envelopeFrom, recipients }
  const [ip, helo] = [xForward.get('ADDR'), xForward.get('HELO')]
  xForward.clear()
  return {
    ...(typeof ip === 'string' && { ip, helo: typeof helo === 'string' ? helo : '' }),
    envelopeFrom,
    recipients,
  }
}

function isFrom({ remoteAddress }: SMTPServerSession, networks: readonly Network[]): boolean {
  const address = parseAddress(remoteAddress)
  return address !== undefined && networks.some(network => contains(network, address))
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
