import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { deepEqual, ok } from 'node:assert/strict'
import { someOurs, someToken } from '../any-ours.ts'
import { listen } from '../listen.ts'

/** What the desks' mail server says to each mailbox. */
export const says: Readonly<Record<string, string>> = {
  gone: '550 5.1.1 <gone@desk.example.org>: Recipient address rejected: User unknown',
  full: '452 4.2.2 The mailbox is over quota',
  strict: '554 5.7.1 Your message looks like spam',
}

type Returned = { readonly from: string; readonly to: readonly string[]; readonly raw: Buffer }

/** The mail server of the desks, and our own, as one: it refuses what it is told to, and keeps what comes back. */
export async function mailServer() {
  const returned: Returned[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const refusal = says[address.split('@')[0] ?? '']
      if (!refusal) return done()
      const responseCode = Number(refusal.slice(0, 3))
      done(Object.assign(new Error(refusal.slice(4)), { responseCode }))
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope
        returned.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
        })
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return { returned, port, close: () => new Promise<void>(resolve => server.close(resolve)) }
}

/** Waits for three bounces, and looks whether each is understood. */
export async function understood({ returned }: { readonly returned: readonly Returned[] }) {
  for (let waited = 0; returned.length < 3 && waited < 40; waited++) await sleep(1000)
  const heard = await Promise.all(
    returned.map(({ raw, ...envelope }) => listen(raw, envelope, someOurs)),
  )
  const bounces = heard.flatMap(each =>
    each.kind === 'bounce' && each.about?.by === 'address'
      ? [{ ...each.failures[0], how: each.how, token: each.about.token }]
      : [],
  )
  deepEqual(
    bounces.map(({ recipient, how, status }) => `${recipient} ${how} ${status}`).toSorted(),
    [
      'full@desk.example.org soft 4.2.2',
      'gone@desk.example.org hard 5.1.1',
      'strict@desk.example.org policy 5.7.1',
    ],
  )
  for (const { token, reason } of bounces) {
    deepEqual(token, someToken)
    ok(/unknown|quota|spam/i.test(reason), reason)
  }
}
