import type { Instant } from '../model/instant.ts'
import { type Appeal, appealLimits } from './appeal.ts'
import { appealFault } from './appeal-fault.ts'
import { appealMessage } from './appeal-message.ts'

/** Whether an Ed25519 signature of a text in UTF-8 is by a key; both are raw bytes in base64url. Core has no cryptography of its own. */
export type VerifySignature = (message: string, signature: string, key: string) => boolean

/** An appeal that was read. */
export type AppealReading =
  /** It is by a key that is known to be the collector's. */
  | { readonly kind: 'appeal'; readonly appeal: Appeal; readonly isOver: boolean }
  /** It is whole, by whoever holds this key: a person must compare it with what they know of the collector. */
  | { readonly kind: 'unknown-key'; readonly appeal: Appeal; readonly key: string }
  /** It is none, or somebody altered it, or it is signed by nobody. */
  | { readonly kind: 'refused'; readonly because: string }

/**
 * Reads an appeal and believes nothing in it before its signature holds. The families in it are still to be checked, as
 * those of any file are, and whether they convince.
 */
export function readAppeal(
  text: string,
  {
    keys,
    now,
    verify,
  }: {
    /** The keys that are known to be the collector's. */
    readonly keys: readonly string[]
    readonly now: Instant
    readonly verify: VerifySignature
  },
): AppealReading {
  if (text.length > appealLimits.characters) return refused('it is too long to be one')
  const value = parsed(text)
  if (value === undefined) return refused('it is not JSON')
  const fault = appealFault(value)
  if (fault !== undefined) return refused(fault)
  const appeal = value as Appeal
  if (!verify(appealMessage(appeal), appeal.signature, appeal.key))
    return refused(
      'its signature does not hold: somebody altered it, or it was not made by this key',
    )
  if (!keys.includes(appeal.key)) return { kind: 'unknown-key', appeal, key: appeal.key }
  return { kind: 'appeal', appeal, isOver: now > appeal.deadline }
}

function refused(why: string): AppealReading {
  return { kind: 'refused', because: `This is no appeal that can be trusted: ${why}.` }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
