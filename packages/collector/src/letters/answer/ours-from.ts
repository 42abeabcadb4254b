import { readReturnAddress } from '@redalert/notices'
import type { Ours } from './about-of.ts'

/** By what we know our own addresses, ids and cases. */
export type OursSettings = {
  readonly domain: string
  readonly key: Uint8Array
  /** How the addresses begin to which mail servers return mail, and those to which people answer. */
  readonly prefixes: { readonly bounces: string; readonly answers: string }
  readonly isCaseName: (text: string) => boolean
}

/** Knows what is ours: addresses by their proof, ids by our domain, cases by their names. */
export function oursFrom({ domain, key, prefixes, isCaseName }: OursSettings): Ours {
  const idEnd = `@${domain.toLowerCase()}>`
  return {
    readAddress(address) {
      const returned = readReturnAddress(address, { prefix: prefixes.bounces, domain, key })
      if (returned) return { token: returned, for: 'bounces' }
      const answered = readReturnAddress(address, { prefix: prefixes.answers, domain, key })
      return answered && { token: answered, for: 'answers' }
    },
    isMessageId: id =>
      id.length <= 200 && id.startsWith('<ra-') && id.toLowerCase().endsWith(idEnd),
    isCaseName,
  }
}
