import { existsSync } from 'node:fs'
import type { Instant } from '@redalert/core'
import { Fault } from '../../fault.ts'
import { lockLetters } from '../../ledger/lock-letters.ts'
import { postLetters } from '../../outbox/posting/post-letters.ts'
import { mailSigner } from '../../outbox/posting/sign-mail.ts'
import { relayFrom } from '../../serve/relay-from.ts'
import { signingFrom } from '../../serve/signing-from.ts'
import { writeLines } from '../io.ts'
import { isWeighed } from '../../telling/is-weighed.ts'
import { stopFile } from '../../telling/stop-file.ts'
import { atIt, lockPatience } from './at-it.ts'
import { remarkOf } from './gate-remark.ts'
import type { OutboxWork } from './outbox-work.ts'
import { safeText } from '../safe-text.ts'

/** Hands over all that may leave now, once. */
export async function sendAll({ ledger, folder, config, io }: OutboxWork): Promise<number> {
  const relay = relayFrom(config, io.env)
  if (!relay)
    throw new Fault(
      'bad-config',
      'There is no mail server to send by: write [relay] into redalert.toml.',
    )
  const signing = signingFrom(config, folder)
  if (!signing)
    throw new Fault(
      'bad-config',
      'There is no key to sign by: set outbox.dkim_domain and its keys in redalert.toml.',
    )
  if (config.outbox.mode !== 'live') {
    await writeLines(io, ['This is a dry run: no letter leaves before outbox.mode is "live".'])
    return 1
  }
  using lock = lockLetters(folder, lockPatience)
  if (!lock) throw atIt()
  if (!isWeighed(folder, ledger))
    throw new Fault(
      'not-stored',
      'Somebody was revoked, or is believed again, since the letters were made: redalert-collector outbox plan looks through them first.',
    )
  const count = await postLetters({
    book: ledger.book,
    letterbox: ledger.letterbox,
    relay,
    sign: mailSigner(signing),
    limits: config.outbox,
    now: () => `${new Date().toISOString().slice(0, 19)}Z` as Instant,
    isStopped: () => existsSync(stopFile(folder)) || !isWeighed(folder, ledger),
    report: (error, { id }) =>
      io.stderr.write(
        `redalert-collector: letter ${id}: ${safeText(error instanceof Error ? error.message : String(error))}\n`,
      ),
  })
  const remark = remarkOf(folder, ledger.letterbox.gate())
  if (remark !== undefined) io.stderr.write(`redalert-collector: ${safeText(remark)}\n`)
  await writeLines(io, [`${count} ${count === 1 ? 'letter has' : 'letters have'} left.`])
  return count > 0 ? 0 : 1
}
