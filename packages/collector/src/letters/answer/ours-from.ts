import { readReturnAddress } from '@redalert/notices'
import type { Ours } from './about-of.ts'
import { isCaseName } from './is-case-name.ts'

/** By what we know our own addresses and ids. Plain data, for it goes to another thread. */
export type OursSettings = {
  /** That of our letters, and those of letters before. */
  readonly domains: readonly string[]
  readonly key: Uint8Array
  /** How the addresses begin to which mail servers return mail, and those to which people answer. */
  readonly prefixes: { readonly bounces: string; readonly answers: string }
}

/** Knows what is ours: addresses by their proof, ids by our domain, cases by their names. */
export function oursFrom({ domains, key, prefixes }: OursSettings): Ours {
  const idEnds = domains.map(domain => `@${domain.toLowerCase()}>`)
  return {
    readAddress(address) {
      for (const domain of domains) {
        const returned = readReturnAddress(address, { prefix: prefixes.bounces, domain, key })
        if (returned) return { token: returned, for: 'bounces' }
        const answered = readReturnAddress(address, { prefix: prefixes.answers, domain, key })
        if (answered) return { token: answered, for: 'answers' }
      }
      return undefined
    },
    isMessageId: id =>
      id.length <= 200 &&
      id.startsWith('<ra-') &&
      idEnds.some(end => id.toLowerCase().endsWith(end)),
    isCaseName,
  }
}
