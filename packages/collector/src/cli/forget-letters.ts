import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@redalert/core'
import { type Forgotten, forgetInLedger } from '../ledger/forget/forget-in-ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import type { PostedLetter } from '../letterbox.ts'
import { keepBack } from '../outbox/posting/keep-back.ts'

/** Forgets in the letters of a folder. One that has not left and names what is forgotten is withdrawn first: what else it tells is due again. */
export function forgetLetters(folder: string, what: Forgotten, at: Instant): number {
  const file = join(folder, 'cases.db')
  if (!existsSync(file)) return 0
  {
    using ledger = openLedger(file)
    const isNamed = ({ hosts, decidedBy }: PostedLetter): boolean =>
      what.kind === 'address'
        ? hosts.some(({ source }) => source === what.address)
        : decidedBy.includes(what.name) || hosts.some(({ source }) => what.sources.has(source))
    const named = [...ledger.letterbox.letters({ states: ['shown', 'held', 'queued'] })].filter(
      isNamed,
    )
    const because = 'Something that it tells was forgotten.'
    keepBack(
      ledger,
      named.map(({ id }) => id),
      { as: 'withdraw', because, at },
    )
  }
  return forgetInLedger(file, what)
}
