import { sign } from 'node:crypto'
import { type Appeal, appealMessage } from '@redalert/core'
import type { AppealKey } from './appeal-key.ts'

/** Signs an appeal. The same appeal and key always give the same signature. */
export function signAppeal(
  unsigned: Omit<Appeal, 'key' | 'signature'>,
  { secret, key }: AppealKey,
): Appeal {
  const appeal = { ...unsigned, key }
  const signature = sign(null, Buffer.from(appealMessage(appeal), 'utf8'), secret)
  return { ...appeal, signature: signature.toString('base64url') }
}
