import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

/** A key to sign appeals with, and the public key that goes out with them, in base64url. */
export type AppealKey = { readonly secret: KeyObject; readonly key: string }

/** Makes a new key, as the text of a file that nobody else may read. */
export function newAppealKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The key in the text of such a file; undefined when there is none of Ed25519. */
export function readAppealKey(pem: string): AppealKey | undefined {
  try {
    const secret = createPrivateKey(pem)
    const { crv, x } = createPublicKey(secret).export({ format: 'jwk' })
    return crv === 'Ed25519' && x !== undefined ? { secret, key: x } : undefined
  } catch {
    return undefined
  }
}
