import { type Instant, instantOfSeconds } from '@redalert/core'
import manifest from '../../package.json' with { type: 'json' }
import type { Recipient } from '../spool/recipient.ts'
import type { Addressing } from '../submit/make-for.ts'
import type { Io } from './io.ts'
import { readKey } from './read-key.ts'
import { objectionTo, recipientOf } from './recipient-of.ts'

export type AddressingOptions = {
  readonly to: Recipient | undefined
  readonly keyFile: string | undefined
  readonly allowHttp: boolean
  readonly from: string | undefined
}

/** To whom, with which key and in whose name is submitted, or what is wrong with that. */
export async function addressingOf(
  { to, keyFile, allowHttp, from }: AddressingOptions,
  io: Io,
): Promise<{ readonly addressing: Addressing } | { readonly wrong: string }> {
  const addressed = recipientOf(to, io)
  if ('wrong' in addressed) return addressed
  const { recipient } = addressed
  const reading = recipient.kind === 'http' ? readKey(keyFile, io) : { hint: null }
  if ('wrong' in reading) return reading
  const key = reading.hint
  const objection = objectionTo(recipient, { allowHttp, key })
  if (objection !== undefined) return { wrong: objection }
  const writing = recipient.kind === 'mail' ? await writerOf(from ?? io.env.EMAIL) : {}
  if ('wrong' in writing) return writing
  const made = instantOfSeconds(Date.now() / 1000) as Instant
  const writer = `redalert ${manifest.version}`
  return { addressing: { recipient, key, from: writing.address, writer, made } }
}

/** Who writes the mails; that nobody said so is fine, since the mail system knows. */
async function writerOf(
  given: string | undefined,
): Promise<{ readonly address?: string } | { readonly wrong: string }> {
  if (given === undefined || given === '') return {}
  const { parseMailbox } = await import('@redalert/notices')
  const mailbox = parseMailbox(given)
  return mailbox
    ? { address: mailbox.address }
    : { wrong: `${given} is no mail address: write it like --from admin@example.org` }
}
