import { ok } from 'node:assert/strict'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'

/** A mail server that passes everything on at once, and notes to whom. */
export async function relayTo(portOf: (to: string) => number, passed: string[]) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const [to = ''] = envelope.rcptTo.map(({ address }) => address)
        passed.push(to)
        const next = createTransport({ host: '127.0.0.1', port: portOf(to), ignoreTLS: true })
        next.sendMail({ envelope: { from, to: [to] }, raw: Buffer.concat(chunks) }, error => {
          next.close()
          done(error)
        })
      })
    },
  })
  server.on('error', () => undefined)
  const port = await new Promise<number>(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address()
      ok(typeof address === 'object' && address)
      resolve(address.port)
    })
  })
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
      })
    },
  }
}
