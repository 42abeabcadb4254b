import { createPublicKey, verify } from 'node:crypto'
import type { VerifySignature } from '@redalert/core'

/** Whether an Ed25519 signature holds, by Node's own cryptography. */
export const verifySignature: VerifySignature = (message, signature, key) => {
  try {
    const publicKey = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: key },
      format: 'jwk',
    })
    const [text, bytes] = [Buffer.from(message, 'utf8'), Buffer.from(signature, 'base64url')]
    return verify(null, text, publicKey, bytes)
  } catch {
    return false
  }
}
