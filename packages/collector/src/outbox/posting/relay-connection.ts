import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Relay } from '../send-letters.ts'
import { readRefusal, type Refusal } from './read-refusal.ts'

/** What handing a letter over came to. */
export type HandedOver = { readonly kind: 'sent' } | (Refusal & { readonly error: unknown })

/** One mail and where it goes; `id` names it in what comes back. */
export type Parcel = {
  readonly from: string
  readonly to: string
  readonly id: string
  readonly raw: Uint8Array
}

/** A way to a relay. It is opened with the first parcel, and again after one at which it broke. */
export type RelayConnection = {
  readonly send: (parcel: Parcel) => Promise<HandedOver>
  readonly close: () => void
}

/** A way to a relay that always knows whether a letter may have left. */
export function relayConnection(relay: Relay, patienceMilliseconds = 60_000): RelayConnection {
  let open: SMTPConnection | undefined
  return {
    async send(parcel) {
      try {
        open ??= await connect(relay, patienceMilliseconds)
      } catch (error) {
        return { kind: 'later', error }
      }
      try {
        await hand(open, parcel)
        return { kind: 'sent' }
      } catch (error) {
        open.close()
        open = undefined
        return { ...readRefusal(error), error }
      }
    },
    close() {
      open?.quit()
      open = undefined
    },
  }
}

async function connect(
  { host, port, tls, auth }: Relay,
  patience: number,
): Promise<SMTPConnection> {
  const connection = new SMTPConnection({
    host,
    port,
    secure: tls,
    connectionTimeout: Math.min(patience, 15_000),
    greetingTimeout: Math.min(patience, 15_000),
    socketTimeout: patience,
  })
  await new Promise<void>((resolve, reject) => {
    connection.on('error', reject)
    connection.connect(error => (error ? reject(error) : resolve()))
  })
  if (auth)
    await new Promise<void>((resolve, reject) => {
      connection.on('error', reject)
      connection.login({ credentials: auth }, error => (error ? reject(error) : resolve()))
    })
  return connection
}

function hand(connection: SMTPConnection, { from, to, id, raw }: Parcel): Promise<void> {
  const dsn = {
    ret: 'HDRS',
    envid: id,
    notify: 'FAILURE,DELAY',
    orcpt: `rfc822;${to}`,
  }
  return new Promise((resolve, reject) => {
    connection.once('error', reject)
    connection.send({ from, to: [to], dsn }, Buffer.from(raw), error => {
      connection.removeListener('error', reject)
      if (error) reject(error)
      else resolve()
    })
  })
}
