import { createPrivateKey, type KeyObject } from 'node:crypto'
import { type DKIMSignOptions, dkimSign } from 'mailauth'

/** A key that signs for a domain, and the selector under which DNS holds its other half. */
export type SigningKey = { readonly selector: string; readonly pem: string }

/** By what mail is signed: RSA for everybody, Ed25519 beside it. */
export type Signing = {
  readonly domain: string
  readonly rsa: SigningKey
  readonly ed25519?: SigningKey
}

/** Every header that says who wrote, to whom, and how to stop it: none of these can be changed. */
const signed = [
  'from',
  'sender',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'to',
  'cc',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'in-reply-to',
  'references',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'feedback-id',
  'auto-submitted',
  'x-redalert-case',
]

/**
 * Makes what puts DKIM signatures before a mail. It throws when a key is not of its kind, and when a mail comes out with
 * fewer signatures than keys: nothing ever leaves unsigned without anybody noticing.
 */
export function mailSigner({
  domain,
  rsa,
  ed25519,
}: Signing): (mail: Uint8Array) => Promise<Buffer> {
  const keys = [keyOf(rsa, 'rsa'), ...(ed25519 ? [keyOf(ed25519, 'ed25519')] : [])]
  return async mail => {
    const signatureData = keys.map(({ selector, algorithm, key }): DKIMSignOptions => ({
      signingDomain: domain,
      selector,
      algorithm,
      privateKey: key,
      headerList: signed,
      canonicalization: 'relaxed/relaxed',
    }))
    // Its types ask for one key even where several are given.
    const options = { signatureData } as unknown as DKIMSignOptions
    const { signatures, errors } = await dkimSign(Buffer.from(mail), options)
    const count = signatures.split('\r\n').filter(line => /^dkim-signature:/i.test(line)).length
    const [error] = errors
    if (error || count !== keys.length)
      throw new Error(`the mail got ${count} of ${keys.length} signatures`, { cause: error })
    return Buffer.concat([Buffer.from(signatures), mail])
  }
}

type Key = {
  readonly selector: string
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256'
  readonly key: string
}

function keyOf({ selector, pem }: SigningKey, kind: 'rsa' | 'ed25519'): Key {
  const key: KeyObject = createPrivateKey(pem)
  const { asymmetricKeyType, asymmetricKeyDetails } = key
  if (asymmetricKeyType !== kind)
    throw new Error(
      `the key ${selector} is not of the kind ${kind}, but ${asymmetricKeyType ?? 'unknown'}`,
    )
  if (kind === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error(`the key ${selector} has fewer than 2048 bits`)
  const text = key.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { selector, algorithm: `${kind}-sha256`, key: text }
}
