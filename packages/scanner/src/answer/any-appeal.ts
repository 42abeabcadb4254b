import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { type Appeal, appealMessage, type Instant } from '@redalert/core'

/** A key that signs appeals in tests. */
export type AnyKey = { readonly secret: KeyObject; readonly key: string }

/** Makes a key. */
export function anyKey(): AnyKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { secret: privateKey, key: publicKey.export({ format: 'jwk' }).x ?? '' }
}

/** A signed appeal for Code Red in the logs of 19 July 2001, unless said otherwise. */
export function anyAppeal({ secret, key }: AnyKey, given: Partial<Appeal> = {}): Appeal {
  const unsigned = {
    kind: 'appeal',
    schema: 1,
    id: 'july',
    made: '2001-07-20T08:00:00Z' as Instant,
    collector: 'The example collector',
    contact: 'operator@example.org',
    from: '2001-07-19T00:00:00Z' as Instant,
    until: '2001-07-20T00:00:00Z' as Instant,
    deadline: '2999-07-27T12:00:00Z' as Instant,
    families: ['codered-n'],
    signatures: [],
    to: { url: 'https://collector.example.org', mail: null },
    texts: [
      { language: 'en', title: 'Logs wanted', text: 'Please help.\n\nThank you.' },
      { language: 'nl', title: 'Logboeken gevraagd', text: 'Help ons.' },
    ],
    ...given,
    key,
  } as const
  const signature = sign(null, Buffer.from(appealMessage(unsigned), 'utf8'), secret)
  return { ...unsigned, signature: signature.toString('base64url') }
}
