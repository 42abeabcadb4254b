import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server that keeps what it gets, in the place of the Internet's. */
export type Mailboxes = AsyncDisposable & {
  readonly port: number
  /** Who got mail, and its subject, in the order of arrival. */
  readonly got: readonly { readonly to: string; readonly subject: string }[]
}

/** Opens mailboxes for everybody, on a port of this machine. */
export async function openMailboxes(): Promise<Mailboxes> {
  const got: { to: string; subject: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const [, subject = ''] =
          /^Subject: (.*)$/im.exec(Buffer.concat(chunks).toString('utf8')) ?? []
        for (const { address } of envelope.rcptTo) got.push({ to: address, subject })
        callback()
      })
    },
  })
  const { server: listener } = server
  server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    got,
    async [Symbol.asyncDispose]() {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
      })
    },
  }
}
