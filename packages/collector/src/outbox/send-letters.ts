import { createTransport } from 'nodemailer'
import { type Instant, instantOfSeconds, secondsOf } from '@redalert/core'
import type { DueLetter, Outgoing } from '../outgoing.ts'

/** The mail server that letters are handed to. */
export type Relay = {
  readonly host: string
  readonly port: number
  readonly tls: boolean
  readonly from: string
  readonly auth?: { readonly user: string; readonly pass: string }
}

/** The one place that sends. */
export type Sender = { readonly sendDue: () => Promise<void>; readonly close: () => void }

export type SenderOptions = {
  readonly letters: Pick<Outgoing, 'dueLetters' | 'noteLetter'>
  readonly relay: Relay
  /** The Message-ID of the mail that a letter answers. */
  readonly answered: (sequence: number) => string | undefined
  readonly now: () => Instant
  readonly report: (error: unknown) => void
}

const together = 20
const mostAttempts = 12
const firstPauseSeconds = 60
const longestPauseSeconds = 6 * 3600

/** Hands letters to the relay. One that is sent twice, because nobody knows whether it was, has the same Message-ID. */
export function sender({ letters, relay, answered, now, report }: SenderOptions): Sender {
  const transport = createTransport({
    host: relay.host,
    port: relay.port,
    secure: relay.tls,
    ...(relay.auth && { auth: relay.auth }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const send = async (letter: DueLetter): Promise<void> => {
    const answers = answered(letter.sequence)
    try {
      await transport.sendMail({
        from: { name: 'redalert', address: relay.from },
        to: { name: '', address: letter.to },
        // Nobody answers a receipt, and what cannot be delivered comes back to nobody.
        envelope: { from: '', to: [letter.to] },
        subject: letter.subject,
        text: letter.text,
        messageId: letter.messageId,
        ...(answers !== undefined && { inReplyTo: answers, references: [answers] }),
        headers: { 'Auto-Submitted': 'auto-replied', 'X-Loop': relay.from },
      })
      letters.noteLetter(letter.sequence, { kind: 'sent' })
    } catch (error) {
      const { responseCode = 0 } = error as { readonly responseCode?: number }
      const isFinal = responseCode >= 500 || letter.attempts + 1 >= mostAttempts
      letters.noteLetter(
        letter.sequence,
        isFinal ? { kind: 'given-up' } : { kind: 'later', at: later(now(), letter.attempts) },
      )
      report(error)
    }
  }
  return {
    async sendDue() {
      for (const letter of letters.dueLetters(now(), together)) await send(letter)
    },
    close: () => transport.close(),
  }
}

function later(now: Instant, attempts: number): Instant {
  const pause = Math.min(firstPauseSeconds * 2 ** attempts, longestPauseSeconds)
  return instantOfSeconds(secondsOf(now) + pause) ?? now
}
